using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Features.Assessments;

/// <summary>The price to begin with for each kind of cost: the agency's own latest, otherwise the usual one, with where it comes from.</summary>
public sealed class CostPrices(PortalDb db, SeedFiles seeds)
{
    public sealed record Price(CostKind Kind, Money? Amount, string Basis);

    public async Task<IReadOnlyList<Price>> RunAsync(Id<Agency> agency, CancellationToken cancel)
    {
        var own = (await db.CostLines.Where(c => c.UnitPrice != null && db.GapAssessments.Any(a => a.Id == c.AssessmentId && a.AgencyId == agency))
            .OrderBy(c => c.Id).Select(c => new { c.Kind, c.UnitPrice }).ToListAsync(cancel)).GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Last().UnitPrice);
        return [.. seeds.Costs.Select(c => own.TryGetValue(c.Kind, out var price) ? new Price(c.Kind, price, "Your agency’s own latest price") : new Price(c.Kind, c.Pounds is { } pounds ? Money.OfPounds(pounds) : null, c.Basis))];
    }
}
