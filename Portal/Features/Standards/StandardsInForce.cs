using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards;

public static class StandardsInForce
{
    /// <summary>The version of each standard that is in force and measured on a day, in the order of their codes.</summary>
    public static Task<List<Standard>> StandardsInForceAsync(
        this PortalDb db, Id<Partnership> partnershipId, DateOnly day, CancellationToken cancel) => db.Standards
        .AsNoTracking().InForceOn(db, partnershipId, day).Where(s => s.Measure != null)
        .OrderBy(s => s.Code).ToListAsync(cancel);
}
