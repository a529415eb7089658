using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns.Sections;

namespace Portal.Features.Returns.Totals;

/// <summary>
/// What the plans of a return cost: by level, by kind, by who pays, and for each person brought to the standard. A cost
/// that serves several levels is shared between them by their gaps, to the penny.
/// </summary>
public sealed class CostTotals(PortalDb db)
{
    /// <param name="ByLevel">Levels with any cost that counts; what is missing has not been costed.</param>
    /// <param name="PerPerson">The total for each person whom the costed actions bring to their level; null when there is none.</param>
    public sealed record Figures(
        Money Total, IReadOnlyDictionary<int, Money> ByLevel, IReadOnlyDictionary<CostKind, Money> ByKind,
        IReadOnlyDictionary<CostFunding, Money> ByFunding, Money? PerPerson, int Blank)
    {
        public Money Asked => ByFunding.GetValueOrDefault(CostFunding.Partnership);
        public Money NoSource => ByFunding.GetValueOrDefault(CostFunding.NoSource);
    }

    /// <summary>A line of cost, or the share of it that belongs to one level.</summary>
    /// <param name="Level">Null where the action is about no level.</param>
    public sealed record Part(Id<AgencyReturn> ReturnId, int? Level, CostKind Kind, CostFunding Funding, int Year, Money Sum);

    public async Task<Figures> RunAsync(Id<AgencyReturn> id, CancellationToken cancel) =>
        (await OfAllAsync(db.Returns.Where(a => a.Id == id), cancel)).GetValueOrDefault(id) ?? Of([], [], []);

    /// <summary>Of any number of returns at once, in three queries.</summary>
    public async Task<IReadOnlyDictionary<Id<AgencyReturn>, Figures>> OfAllAsync(IQueryable<AgencyReturn> returns, CancellationToken cancel)
    {
        var costs = await db.CostLines.AsNoTracking().Where(c => returns.Any(a => a.Id == c.ReturnId)).ToListAsync(cancel);
        var actions = await db.GapActions.AsNoTracking().Where(a => returns.Any(x => x.Id == a.ReturnId))
            .Select(a => new { a.Id, a.ReturnId, a.People }).ToListAsync(cancel);
        var gaps = await CoveredAsync(returns, cancel);
        var (byAction, byReturn) = (actions.ToLookup(a => a.ReturnId, a => (a.Id, a.People)), gaps.ToLookup(g => g.ReturnId));
        return costs.GroupBy(c => c.ReturnId).ToDictionary(g => g.Key, g => Of([.. g], [.. byAction[g.Key]], [.. byReturn[g.Key]]));
    }

    /// <summary>The same costs, line by line and level by level.</summary>
    public async Task<IReadOnlyList<Part>> PartsAsync(IQueryable<AgencyReturn> returns, CancellationToken cancel) =>
        [.. Split(
            await db.CostLines.AsNoTracking().Where(c => returns.Any(a => a.Id == c.ReturnId)).ToListAsync(cancel),
            await CoveredAsync(returns, cancel))];

    private Task<List<Covered>> CoveredAsync(IQueryable<AgencyReturn> returns, CancellationToken cancel) => (
        from link in db.Set<GapActionLine>()
        join line in db.GapLines on link.LineId equals line.Id
        where line.LevelNumber != null && returns.Any(a => a.Id == line.ReturnId)
        select new Covered(line.ReturnId, link.ActionId, line.Id, line.LevelNumber!.Value, line.ToClose, line.Trainable))
        .ToListAsync(cancel);

    /// <param name="Gap">As <see cref="GapLine.ToClose"/>.</param>
    /// <param name="Most">As <see cref="GapLine.Trainable"/>.</param>
    private sealed record Covered(Id<AgencyReturn> ReturnId, Id<GapAction> ActionId, Id<GapLine> LineId, int Level, int Gap, int Most);

    private static Figures Of(
        IReadOnlyList<CostLine> costs, IReadOnlyList<(Id<GapAction> Id, int People)> actions, IReadOnlyList<Covered> gaps)
    {
        var total = costs.Sum(c => c.Total);
        var costed = costs.Where(c => !c.IsBlank).Select(c => c.ActionId).ToHashSet();
        var people = Brought(actions.Where(a => costed.Contains(a.Id)), gaps);
        var byLevel = Split([.. costs.Where(c => !c.IsBlank)], gaps).Where(p => p.Level is not null).GroupBy(p => p.Level!.Value)
            .ToDictionary(g => g.Key, g => g.Sum(p => p.Sum));
        return new(total, byLevel, costs.GroupBy(c => c.Kind).ToDictionary(g => g.Key, g => g.Sum(c => c.Total)),
            costs.GroupBy(c => c.Funding).ToDictionary(g => g.Key, g => g.Sum(c => c.Total)), people == 0 ? null : total.Times(1m / people),
            costs.Count(c => c.IsBlank));
    }

    /// <summary>How many people actions bring to their level: nobody twice, however many of them are about the same gap.</summary>
    private static int Brought(IEnumerable<(Id<GapAction> Id, int People)> actions, IReadOnlyList<Covered> gaps)
    {
        var (left, about, brought) =
            (gaps.DistinctBy(g => g.LineId).ToDictionary(g => g.LineId, g => g.Most), gaps.ToLookup(g => g.ActionId), 0);
        // What can serve few gaps goes first, so that nothing takes its place there that could have served another.
        foreach (var (id, people) in actions.OrderBy(a => about[a.Id].Count()))
        {
            var open = people;
            foreach (var gap in about[id])
            {
                var taken = Math.Min(open, left[gap.LineId]);
                (open, left[gap.LineId], brought) = (open - taken, left[gap.LineId] - taken, brought + taken);
            }
        }
        return brought;
    }

    /// <summary>
    /// A cost that serves several levels is shared between them by their gaps; one without a gap still takes the least share.
    /// </summary>
    private static IEnumerable<Part> Split(IReadOnlyList<CostLine> costs, IReadOnlyList<Covered> gaps)
    {
        var shares = gaps.GroupBy(g => g.ActionId)
            .ToDictionary(
                g => g.Key,
                g => g.GroupBy(x => x.Level).Select(x => (Level: x.Key, Gap: Math.Max(1, x.Sum(y => y.Gap)))).OrderBy(x => x.Level)
                    .ToList());
        return costs.SelectMany(c => !shares.TryGetValue(c.ActionId, out var levels)
            ? [Of(c, null, c.Total)]
            : levels.Zip(c.Total.SplitBy([.. levels.Select(s => s.Gap)]), (level, sum) => Of(c, level.Level, sum)));

        static Part Of(CostLine cost, int? level, Money sum) => new(cost.ReturnId, level, cost.Kind, cost.Funding, cost.Year, sum);
    }
}
