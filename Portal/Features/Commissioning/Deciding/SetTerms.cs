using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Deciding;

/// <summary>Sets by what the partnership decides on commissioning. Requests already sent keep who decides on them.</summary>
public sealed class SetTerms(PortalDb db)
{
    public Task RunAsync(Viewer viewer, CommissioningTerms.Entry entry, int seen, CancellationToken cancel) =>
        db.OneAtATimeAsync(viewer, async () =>
        {
            viewer.Require(Permission.DecideRequests);
            var terms = await db.CommissioningTerms.OfPartnership(viewer).SingleOrDefaultAsync(cancel)
                ?? db.CommissioningTerms.Add(new() { PartnershipId = viewer.PartnershipId }).Entity;
            Refused.IfStale(terms, seen);
            terms.Change(entry);
            await db.SaveAsync(viewer, "Set who decides on commissioning", cancel);
        }, cancel);
}
