using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>Approves a draft as the person saw it; what someone else changed meanwhile is not approved unseen.</summary>
public sealed class ApproveEdition(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Edition> editionId, int seen, CancellationToken cancel)
    {
        viewer.Require(Permission.ApproveEditions);
        var edition = await db.Editions.OfPartnership(viewer).SingleAsync(e => e.Id == editionId, cancel);
        Refused.IfStale(edition, seen);
        edition.Approve(viewer, clock.Now);
        await db.SaveAsync(viewer, $"Approved edition {edition.Number} of the noncompliance report", cancel);
    }
}
