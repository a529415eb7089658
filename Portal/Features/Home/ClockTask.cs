using Portal.Data;
using Portal.Jobs;

namespace Portal.Features.Home;

/// <summary>Before everything else: while the clock is not believed, nothing happens by itself.</summary>
internal static class ClockTask
{
    public static async Task<IEnumerable<HomeTask>> ClockTasksAsync(this PortalDb db, UkClock clock, CancellationToken cancel) =>
        await db.DoubtOfClockAsync(clock.Now, cancel) is { } doubt
            ? [new("Check the clock of the portal", "/Admin/Jobs", null, doubt.Sentence)] : [];
}
