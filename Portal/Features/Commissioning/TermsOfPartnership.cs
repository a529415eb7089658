using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning;

/// <summary>By what the viewer’s partnership decides on commissioning; the usual terms while it has set none of its own.</summary>
public sealed class TermsOfPartnership(PortalDb db)
{
    public async Task<CommissioningTerms> RunAsync(Viewer viewer, CancellationToken cancel) =>
        await db.CommissioningTerms.AsNoTracking().OfPartnership(viewer).SingleOrDefaultAsync(cancel)
        ?? new() { PartnershipId = viewer.PartnershipId };
}
