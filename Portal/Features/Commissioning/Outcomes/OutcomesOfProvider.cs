using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Outcomes;

/// <summary>
/// What was ordered from a provider in a financial year and what came of it, level by level beside everybody else who was ordered to give
/// that level. Null for those who do not read requests of the whole partnership, and where nothing was ever ordered.
/// </summary>
public sealed class OutcomesOfProvider(PortalDb db, OutcomesOfOrders outcomes, ConfidenceOfRuns confidence, UkClock clock)
{
    /// <param name="Number">Of the level asked for; null where the requests named none.</param>
    /// <param name="Level">As the framework of today knows it.</param>
    /// <param name="Others">Of all other providers; null where there was none.</param>
    public sealed record AtLevel(
        int? Number, Level? Level, int Orders, TrainingOutcome Outcome, TrainingOutcome? Others,
        IReadOnlyDictionary<EvaluationMoment, ConfidenceTotal> Confidence);

    /// <param name="Years">In which something was ordered from the provider, the newest first.</param>
    /// <param name="Orders">From the provider in the year, the newest first.</param>
    public sealed record Details(
        string Provider, int Year, IReadOnlyList<int> Years, IReadOnlyList<AtLevel> Levels, IReadOnlyList<OutcomesOfOrders.Line> Orders);

    /// <param name="year">The newest in which something was ordered, when none is chosen.</param>
    public async Task<Details?> RunAsync(Viewer viewer, Id<Provider> providerId, int? year, CancellationToken cancel)
    {
        if (viewer.Reach(Permission.ReadRequests) != Reach.Partnership) return null;
        var ordered = await db.TrainingOrders.OfPartnership(viewer).Where(o => o.ProviderId == providerId).Select(o => o.On).Distinct()
            .ToListAsync(cancel);
        List<int> years = [.. ordered.Select(FinancialYear.Of).Distinct().OrderDescending()];
        if (years.Count == 0 || (year is { } asked && !years.Contains(asked))) return null;
        var chosen = year ?? years[0];
        var name = await db.Providers.Where(p => p.Id == providerId).Select(p => p.Name).SingleAsync(cancel);
        var known = (await db.FrameworkInForceAsync(viewer.PartnershipId, clock.Today, cancel))?.Levels.ToDictionary(l => l.Number);
        var lines = (await outcomes.RunAsync(viewer, new(Year: chosen), cancel)).ToLookup(l => l.Order.ProviderId == providerId);
        var levels = lines[true].GroupBy(l => l.Request.LevelNumber).OrderBy(g => g.Key ?? int.MaxValue).ToList();
        var dates = levels.ConvertAll(g => g.SelectMany(l => l.Dates).Select(d => d.Id).ToList());
        var ids = dates.SelectMany(d => d).ToList();
        var runs = await db.CourseRuns.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(cancel);
        var said = await confidence.RunAsync(dates, runs, cancel);
        return new(name, chosen, years, [.. levels.Select((alike, n) => new AtLevel(
            alike.Key, alike.Key is { } number ? known?.GetValueOrDefault(number) : null, alike.Count(), Together(alike)!,
            Together(lines[false].Where(l => l.Request.LevelNumber == alike.Key)), said[n]))], [.. lines[true]]);
    }

    private static TrainingOutcome? Together(IEnumerable<OutcomesOfOrders.Line> lines) =>
        lines.Select(l => l.Outcome).ToList() is { Count: > 0 } all ? TrainingOutcome.Together(all) : null;
}
