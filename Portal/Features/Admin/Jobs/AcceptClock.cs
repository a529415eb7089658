using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Jobs;

namespace Portal.Features.Admin.Jobs;

/// <summary>
/// Confirms that the clock is right although it is far from what was written last, so that jobs go on. The audit of every
/// partnership says so.
/// </summary>
public sealed class AcceptClock(PortalDb db, UkClock clock)
{
    /// <param name="viewer">Null for whoever runs the machine.</param>
    public async Task<ClockDoubt> RunAsync(Viewer? viewer, CancellationToken cancel)
    {
        viewer?.Require(Permission.RunJobs);
        var doubt = await db.DoubtOfClockAsync(clock.Now, cancel)
            ?? throw new Refused("The clock is believed, so there is nothing to confirm");
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.AcceptClockAsync(doubt.Now, cancel);
        foreach (var partnership in await db.Partnerships.Select(p => p.Id).ToListAsync(cancel))
        {
            var by = viewer?.PartnershipId == partnership ? viewer : Viewer.System(partnership);
            await db.SaveAsync(by, $"Confirmed that the clock is right. {doubt.Comparison}", cancel);
        }
        await transaction.CommitAsync(cancel);
        return doubt;
    }
}
