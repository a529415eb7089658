using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Sections;

/// <summary>
/// The price to begin with for each kind of cost: the agency's own latest, otherwise the usual one, with where it comes from.
/// </summary>
public sealed class CostPrices(PortalDb db)
{
    public sealed record Price(CostKind Kind, Money? Amount, string Basis);

    public async Task<IReadOnlyList<Price>> RunAsync(Id<Agency> agency, CancellationToken cancel)
    {
        var own = (await db.CostLines.Where(c => c.UnitPrice != null && db.Returns.Any(a => a.Id == c.ReturnId && a.AgencyId == agency))
            .OrderBy(c => c.Id).Select(c => new { c.Kind, c.UnitPrice }).ToListAsync(cancel)).GroupBy(c => c.Kind)
            .ToDictionary(g => g.Key, g => g.Last().UnitPrice);
        var usual = await db.UsualPrices.AsNoTracking()
            .Where(p => db.Agencies.Any(a => a.Id == agency && a.PartnershipId == p.PartnershipId)).ToListAsync(cancel);
        return [.. usual.OrderBy(p => p.Kind).Select(p => own.TryGetValue(p.Kind, out var price)
            ? new Price(p.Kind, price, "Your agency’s own latest price") : new Price(p.Kind, p.Price, p.Basis))];
    }
}
