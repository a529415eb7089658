using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>
/// What agencies ask of the partnership, as at a day: by agency, level and financial year, health agencies first, because
/// the Health and Wellbeing Board reads it. From the newest signed return of each open agency.
/// </summary>
public sealed class ResourceImplications(PortalDb db, CostTotals costs)
{
    /// <param name="Level">Null for a cost that serves no level, such as administration.</param>
    /// <param name="Year">The calendar year in which the financial year begins.</param>
    public sealed record Row(Id<Agency> AgencyId, string Agency, AgencyType Type, int? Level, int Year, Money Asked);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadGaps);
        var newest = db.NewestSigned(viewer, day);
        var agencies = await newest.Join(db.Agencies.Where(a => a.ClosedOn == null || a.ClosedOn > day), r => r.AgencyId, a => a.Id, (r, a) => new { Return = r.Id, a.Id, a.Name, a.Type }).ToDictionaryAsync(a => a.Return, cancel);
        return [.. (await costs.PartsAsync(newest, cancel)).Where(p => p.Funding == CostFunding.Partnership && p.Sum > Money.Zero && agencies.ContainsKey(p.AssessmentId))
            .GroupBy(p => (Agency: agencies[p.AssessmentId], p.Level, p.Year))
            .Select(g => new Row(g.Key.Agency.Id, g.Key.Agency.Name, g.Key.Agency.Type, g.Key.Level, g.Key.Year, g.Sum(p => p.Sum)))
            .OrderBy(r => r.Type == AgencyType.Health ? 0 : 1).ThenBy(r => r.Agency, StringComparer.Ordinal).ThenBy(r => r.AgencyId.Value).ThenBy(r => r.Level ?? int.MaxValue).ThenBy(r => r.Year)];
    }
}
