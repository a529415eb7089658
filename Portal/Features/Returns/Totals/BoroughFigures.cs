using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Returns.Totals;

/// <summary>
/// The gap of the whole partnership in people and pounds, from the newest signed return of each agency that is open and
/// whose phase has begun. Self-stated figures do not enter it, nor does what is being changed: until a return is signed again,
/// the one before it stands.
/// </summary>
public sealed class BoroughFigures(PortalDb db, CostTotals costs, UkClock clock)
{
    /// <param name="Gap">People who do not hold the level their job needs.</param>
    public sealed record Cell(AgencyType Type, int Level, int People, int Gap);

    /// <param name="Cycle">Of the return that the figures are of; null while it has signed none.</param>
    public sealed record AgencyLine(
        Id<Agency> Id, string Name, AgencyType Type, Id<AgencyReturn>? ReturnId, int People, int Gap, Money Cost, Money Asked,
        Money NoSource, string? Cycle, DateOnly? SignedOn);

    /// <param name="Needs">What no agency pays itself and nobody has promised yet, by financial year.</param>
    public sealed record View(IReadOnlyList<Level> Levels, IReadOnlyList<Cell> Cells, IReadOnlyList<AgencyLine> Agencies,
        IReadOnlyDictionary<int, Money> CostByLevel,
        IReadOnlyDictionary<CostKind, Money> CostByKind, IReadOnlyDictionary<CostFunding, Money> CostByFunding,
        IReadOnlyDictionary<int, Money> Needs)
    {
        public int People => Cells.Sum(c => c.People);
        public int Gap => Cells.Sum(c => c.Gap);
        public Money Cost => CostByFunding.Values.Sum();
        public int Returned => Agencies.Count(a => a.ReturnId is not null);
        public int Unknown => Agencies.Count - Returned;

        /// <summary>What is asked of the partnership, and what has no source.</summary>
        public Money NotPaid =>
            CostByFunding.GetValueOrDefault(CostFunding.Partnership) + CostByFunding.GetValueOrDefault(CostFunding.NoSource);

        public Cell? At(AgencyType type, int level) => Cells.FirstOrDefault(c => c.Type == type && c.Level == level);
    }

    public Task<View> RunAsync(Viewer viewer, CancellationToken cancel) => AsAtAsync(viewer, clock.Today, cancel);

    /// <summary>As at the end of a day: what was signed later is left out.</summary>
    public async Task<View> AsAtAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadGaps);
        var asked = db.Agencies.OfPartnership(viewer).OpenOn(day).Where(a => db.Phases.Any(p => p.Id == a.PhaseId && p.StartsOn <= day));
        var newest = db.NewestSigned(viewer, day).Where(a => asked.Any(g => g.Id == a.AgencyId));
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, day, cancel);
        var agencies = await asked
            .OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new
            {
                a.Id, a.Name, a.Type,
                Return = newest.Where(n => n.AgencyId == a.Id)
                    .Select(n => new { n.Id, n.SignedAt, Cycle = db.Cycles.Where(c => c.Id == n.CycleId).Select(c => c.Title).First() })
                    .FirstOrDefault()
            })
            .ToListAsync(cancel);
        var lines = await (from line in db.GapLines
                           join agencyReturn in newest on line.ReturnId equals agencyReturn.Id
                           where line.LevelNumber != null
                           group line by new { agencyReturn.AgencyId, line.LevelNumber } into g
                           select new
                           {
                               g.Key.AgencyId, Level = g.Key.LevelNumber!.Value, People = g.Sum(l => l.Headcount),
                               Holding = g.Sum(l => l.Holding)
                           })
            .ToListAsync(cancel);
        var money = await costs.OfAllAsync(newest, cancel);
        var (types, byAgency) = (agencies.ToDictionary(a => a.Id, a => a.Type), lines.ToLookup(l => l.AgencyId));
        return new(framework?.Levels ?? [],
            [.. lines.GroupBy(l => (Type: types[l.AgencyId], l.Level))
                .Select(g => new Cell(g.Key.Type, g.Key.Level, g.Sum(l => l.People), g.Sum(l => l.People - l.Holding)))],
            [.. agencies.Select(a => (Agency: a, Money: a.Return is null ? null : money.GetValueOrDefault(a.Return.Id))).Select(l =>
                new AgencyLine(l.Agency.Id, l.Agency.Name, l.Agency.Type, l.Agency.Return?.Id, byAgency[l.Agency.Id].Sum(x => x.People),
                    byAgency[l.Agency.Id].Sum(x => x.People - x.Holding), l.Money?.Total ?? Money.Zero, l.Money?.Asked ?? Money.Zero,
                    l.Money?.NoSource ?? Money.Zero, l.Agency.Return?.Cycle,
                    l.Agency.Return?.SignedAt is { } at ? UkClock.DayOf(at) : null))],
            Added(money.Values, m => m.ByLevel), Added(money.Values, m => m.ByKind), Added(money.Values, m => m.ByFunding),
            await NeedsAsync(viewer, newest, day, cancel));
    }

    private static Dictionary<TKey, Money> Added<TKey>(
        IEnumerable<CostTotals.Figures> all, Func<CostTotals.Figures, IReadOnlyDictionary<TKey, Money>> part) where TKey : notnull =>
        all.SelectMany(part).GroupBy(p => p.Key).ToDictionary(g => g.Key, g => g.Sum(p => p.Value));

    /// <summary>
    /// What is asked of the partnership or has no source, less what is promised to the agency already:
    /// its earliest years first.
    /// </summary>
    private async Task<IReadOnlyDictionary<int, Money>> NeedsAsync(
        Viewer viewer, IQueryable<AgencyReturn> newest, DateOnly day, CancellationToken cancel)
    {
        var needs = await (from cost in db.CostLines
                           join agencyReturn in newest on cost.ReturnId equals agencyReturn.Id
                           where cost.Funding == CostFunding.Partnership || cost.Funding == CostFunding.NoSource
                           group cost by new { agencyReturn.AgencyId, cost.Year } into g
                           orderby g.Key.Year
                           select new { g.Key.AgencyId, g.Key.Year, Pence = g.Sum(c => c.NetPence + c.VatPence) }).ToListAsync(cancel);
        var promised = (await db.FundingCommitments.OfPartnership(viewer)
            .AsNoTracking().Where(c => c.AgencyId != null && c.On <= day).ToListAsync(cancel))
            .GroupBy(c => c.AgencyId!.Value).ToDictionary(g => g.Key, g => g.Sum(c => c.StandingOn(day)));
        SortedDictionary<int, Money> open = [];
        foreach (var need in needs.Where(n => n.Pence > 0))
        {
            var left = promised.GetValueOrDefault(need.AgencyId);
            var covered = left.Pence < need.Pence ? left : new Money(need.Pence);
            promised[need.AgencyId] = left - covered;
            open[need.Year] = open.GetValueOrDefault(need.Year) + new Money(need.Pence) - covered;
        }
        return open;
    }
}
