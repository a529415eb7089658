using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Figures;

/// <summary>Each standard, level by level: how the agencies stood on it, and its share over the last four quarters.</summary>
public sealed class EditionLines(PortalDb db)
{
    private sealed record Quarter(int Met, int Judged)
    {
        public int? Share => Judged == 0 ? null : 100 * Met / Judged;
    }

    public async Task<IReadOnlyList<StandardLine>> RunAsync(Viewer viewer, CutOff cutOff, CancellationToken cancel)
    {
        List<Dictionary<(string, int), Quarter>> quarters = [];
        foreach (var day in Quarters.UpTo(cutOff.Day)) quarters.Add(await QuarterAsync(viewer, day, cancel));
        return
        [
            .. from standard in cutOff.Standards
               from level in standard.PerLevel ? cutOff.Framework.Levels.Select(l => l.Number) : [0]
               let results = cutOff.Results.Where(r => r.Code == standard.Code && r.Level == level)
               let counts = results.CountBy(r => r.Outcome).ToDictionary()
               select new StandardLine(
                   Code: standard.Code,
                   Number: standard.Number,
                   ShortName: standard.ShortName,
                   Wording: standard.Wording,
                   Level: cutOff.LevelCode(level),
                   Basis: standard.Basis.Words(),
                   Severity: standard.SeverityAt(level).Words(),
                   Met: counts.GetValueOrDefault(Outcome.Met),
                   PartlyMet: counts.GetValueOrDefault(Outcome.PartlyMet),
                   NotMet: counts.GetValueOrDefault(Outcome.NotMet),
                   Unknown: counts.GetValueOrDefault(Outcome.Unknown),
                   NotYetDue: counts.GetValueOrDefault(Outcome.NotYetDue),
                   NotApplicable: counts.GetValueOrDefault(Outcome.NotApplicable),
                   Trend: [.. quarters.Select(q => q.GetValueOrDefault((standard.Code, level))?.Share)]),
        ];
    }

    private async Task<Dictionary<(string, int), Quarter>> QuarterAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        var counts = await db.StandardResults.AsNoTracking().OfPartnership(viewer).StandingOn(day).Judged()
            .GroupBy(r => new { r.StandardCode, r.Level }).Select(g => new
            {
                g.Key.StandardCode,
                g.Key.Level,
                Met = g.Sum(r => r.Outcome == Outcome.Met ? 1 : 0),
                Judged = g.Count(),
            }).ToListAsync(cancel);
        return counts.ToDictionary(c => (c.StandardCode, c.Level), c => new Quarter(c.Met, c.Judged));
    }
}
