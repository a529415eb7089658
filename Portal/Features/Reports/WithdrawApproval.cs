using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>Takes the approval of an edition back until it is issued: of this and the issue, whoever comes second is refused.</summary>
public sealed class WithdrawApproval(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<Edition> editionId, CancellationToken cancel)
    {
        viewer.Require(Permission.ApproveEditions);
        return db.StepAsync(viewer, editionId, db.Editions.OfPartnership(viewer), seen: null, "report", edition =>
        {
            edition.Withdraw(viewer, clock.Now);
            return Task.FromResult($"Withdrew the approval of edition {edition.Number}");
        }, cancel);
    }
}
