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
            var known = await db.CommissioningTerms.OfPartnership(viewer).SingleOrDefaultAsync(cancel);
            // Before anything was set, everyone saw the usual terms, which have no version.
            Refused.IfStale(known ?? new() { PartnershipId = viewer.PartnershipId }, seen);
            var terms = known ?? db.CommissioningTerms.Add(CommissioningTerms.FirstOf(viewer.PartnershipId)).Entity;
            terms.Change(entry);
            await db.SaveAsync(viewer, "Set who decides on commissioning", cancel);
        }, cancel);
}
