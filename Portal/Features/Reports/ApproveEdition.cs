using Portal.Data;
using Portal.Features.Reports.Figures;

namespace Portal.Features.Reports;

/// <summary>
/// Approves a draft as the person saw it; what someone else changed meanwhile is not approved unseen. What has closed since the cut-off
/// is looked up a last time.
/// </summary>
public sealed class ApproveEdition(PortalDb db, SinceTheCutOff since, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<Edition> editionId, int seen, CancellationToken cancel)
    {
        viewer.Require(Permission.ApproveEditions);
        return db.StepAsync(viewer, editionId, db.Editions.OfPartnership(viewer), seen, "report", async edition =>
        {
            edition.RefuseUnlessDraft();
            edition.SaySince(await since.RunAsync(viewer, edition.Read(), cancel));
            edition.Approve(viewer, clock.Now);
            return $"Approved edition {edition.Number} of the noncompliance report";
        }, cancel);
    }
}
