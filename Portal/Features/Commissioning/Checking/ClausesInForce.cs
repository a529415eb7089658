using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Checking;

/// <summary>The clauses that requests sent on a day are held against: of each the newest version in force then.</summary>
public sealed class ClausesInForce(PortalDb db)
{
    public async Task<IReadOnlyList<Clause>> RunAsync(Viewer viewer, DateOnly day, CancellationToken cancel) =>
        await db.Clauses.AsNoTracking().OfPartnership(viewer).Where(c => c.EffectiveFrom <= day
                && !db.Clauses.Any(n => n.PartnershipId == c.PartnershipId && n.Code == c.Code && n.Number > c.Number
                    && n.EffectiveFrom <= day))
            .OrderBy(c => c.Code).ToListAsync(cancel);
}
