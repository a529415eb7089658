using Portal.Data;
using Portal.Data.Ledger;

namespace Portal.Features.Funding;

/// <summary>
/// Promises money of a source. Refused beyond what is free of it, and after its last day; two promises
/// at once cannot exceed it.
/// </summary>
public sealed class CommitFunding(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Promise promise, CancellationToken cancel) =>
        db.TransactAsync(viewer, $"Committed {promise.Amount}: {promise.What}", async () =>
        {
            viewer.Require(Permission.EditFunding);
            await db.PromiseAsync(viewer, promise, clock.Today, cancel);
        }, cancel);
}
