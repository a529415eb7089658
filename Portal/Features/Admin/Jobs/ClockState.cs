using Portal.Data;
using Portal.Jobs;

namespace Portal.Features.Admin.Jobs;

/// <summary>Why the clock is not believed, and no job runs; null when all is well.</summary>
public sealed class ClockState(PortalDb db, UkClock clock)
{
    public Task<ClockDoubt?> RunAsync(CancellationToken cancel) => db.DoubtOfClockAsync(clock.Now, cancel);
}
