using Portal.Data;
using Portal.Features.Hubs;
using Portal.Jobs;

namespace Portal.Features.Admin.Jobs;

/// <summary>Before everything else: while the clock is not believed, nothing happens by itself.</summary>
public sealed class ClockTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 10;
    public Permission? Needs => Permission.RunJobs;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel) =>
        await db.DoubtOfClockAsync(clock.Now, cancel) is { } doubt
            ? [new("Check the clock of the portal", "/Admin/Jobs", null, doubt.Sentence)] : [];
}
