using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

public static class StandardsInForce
{
    /// <summary>The version of each standard that is in force and measured on a day, in the order of their codes.</summary>
    public static Task<List<Standard>> StandardsInForceAsync(
        this PortalDb db, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel) => db.Standards
        .AsNoTracking()
        .Where(s => s.PartnershipId == partnershipId && s.Measure != null && s.EffectiveFrom <= day)
        .Where(s => !db.Standards.Any(later => later.PartnershipId == partnershipId && later.Code == s.Code && later.EffectiveFrom <= day
            && later.Number > s.Number))
        .OrderBy(s => s.Code).ToListAsync(cancel);
}
