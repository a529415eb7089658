using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>Approves a draft as the person saw it; what someone else changed meanwhile is not approved unseen.</summary>
public sealed class ApproveEdition(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<Edition> editionId, int seen, CancellationToken cancel)
    {
        viewer.Require(Permission.ApproveEditions);
        return db.StepAsync(viewer, editionId, db.Editions.OfPartnership(viewer), seen, "report", edition =>
        {
            edition.Approve(viewer, clock.Now);
            return Task.FromResult($"Approved edition {edition.Number} of the noncompliance report");
        }, cancel);
    }
}
