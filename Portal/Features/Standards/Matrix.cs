using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Standards;

/// <summary>
/// Agencies down, standards across, as at any day: a constant number of queries, whatever the size. The page, the paper
/// and the files are all made from it.
/// </summary>
public sealed class Matrix(PortalDb db, KeptAnswers memory)
{
    public sealed record Filter(
        AgencyType? Type = null, int? Phase = null, Severity? Severity = null, int? Level = null, Outcome? Outcome = null,
        string? Sort = null);

    /// <summary>A standard, or one level of it. Key is "S06-3", or "S01" where there are no levels.</summary>
    public sealed record Column(string Key, Standard Standard, int Level, string? LevelCode)
    {
        public string Name => LevelCode is null ? Standard.ShortName : $"{Standard.ShortName}, level {LevelCode}";
        public Severity Severity => Standard.SeverityAt(Level);
    }

    public sealed record Cell(Outcome Outcome, int Numerator, int Denominator, string? Note, DateOnly Since, Id<Flag>? FlagId);

    /// <param name="Trend">Of the standards judged, the share that was met 9, 6 and 3 months before the day and on it, per cent.</param>
    public sealed record Row(
        Id<Agency> AgencyId, string Name, AgencyType Type, int Phase, IReadOnlyDictionary<string, Cell> Cells, IReadOnlyList<int?> Trend)
    {
        public int Count(Outcome outcome) => Cells.Values.Count(c => c.Outcome == outcome);
    }

    /// <param name="Evaluated">The evaluation that these standings come from; null before the first.</param>
    public sealed record Table(
        DateOnly Day, IReadOnlyList<Column> Columns, IReadOnlyList<Row> Rows, IReadOnlyList<int> Phases, IReadOnlyList<Level> Levels,
        Evaluation? Evaluated);

    private static readonly Permission[] NeededForAll = [Permission.ReadResults, Permission.ReadAgencies, Permission.ReadFlags];

    private static readonly CompiledQuery<Func<PortalDb, Id<Partnership>, DateOnly, CancellationToken, Task<KeptMatrix.Sign>>> Sign =
        new(() => EF.CompileAsyncQuery((
            PortalDb db, Id<Partnership> partnership, DateOnly day, CancellationToken _) => db.Partnerships.Where(p => p.Id == partnership)
            .Select(p => new KeptMatrix.Sign(
                db.Frameworks
                    .Where(f => f.PartnershipId == p.Id && f.Code == p.FrameworkCode && f.State == FrameworkState.Published
                        && f.EffectiveFrom <= day)
                    .OrderByDescending(f => f.EffectiveFrom).Select(f => (Id<Domain.Framework>?)f.Id).FirstOrDefault(),
                db.Evaluations.Where(e => e.PartnershipId == p.Id && e.AsAt <= day).OrderByDescending(e => e.AsAt)
                    .ThenByDescending(e => e.Id).Select(e => (Id<Evaluation>?)e.Id).FirstOrDefault(),
                db.Standards.Where(s => s.PartnershipId == p.Id && s.EffectiveFrom <= day).Sum(s => 1L + s.Version),
                db.Agencies.Where(a => a.PartnershipId == p.Id).Sum(a => 1L + a.Version)))
            .Single()));

    public async Task<Table> RunAsync(Viewer viewer, DateOnly day, Filter filter, CancellationToken cancel)
    {
        var levels = await db.LevelsInForceAsync(viewer.PartnershipId, day, cancel);
        var columns = (await db.StandardsInForceAsync(viewer.PartnershipId, day, cancel))
            .SelectMany(s => s.PerLevel
                ? levels.Select(l => new Column(Standard.Key(s.Code, l.Number), s, l.Number, l.Code))
                : [new Column(Standard.Key(s.Code, 0), s, 0, null)])
            .Where(c => (filter.Severity is null || c.Severity == filter.Severity) && (filter.Level is null || c.Level == filter.Level))
            .ToList();
        var evaluated = await db.Evaluations.AsNoTracking().OfPartnership(viewer).Where(e => e.AsAt <= day).OrderByDescending(e => e.AsAt)
            .ThenByDescending(e => e.Id).FirstOrDefaultAsync(cancel);
        var all = await AllAsync(viewer, day, columns, cancel);
        var rows = all.Where(r => (filter.Type is null || r.Type == filter.Type) && (filter.Phase is null || r.Phase == filter.Phase)
            && (filter.Outcome is not { } outcome || r.Count(outcome) > 0));
        return new(
            day, columns, MatrixOrder.Sort(rows, columns, filter.Sort), [.. all.Select(r => r.Phase).Distinct().Order()], levels,
            evaluated);
    }

    /// <summary>
    /// What the database shows of the matrix as at a day; null for a viewer who sees less than the whole partnership,
    /// for whom nothing is kept.
    /// </summary>
    public async Task<KeptMatrix.Sign?> SignAsync(Viewer viewer, DateOnly day, CancellationToken cancel) =>
        NeededForAll.All(p => viewer.Reach(p) == Reach.Partnership) ? await Sign.On(db)(db, viewer.PartnershipId, day, cancel) : null;

    private async Task<IReadOnlyList<Row>> AllAsync(Viewer viewer, DateOnly day, List<Column> columns, CancellationToken cancel)
    {
        if (await SignAsync(viewer, day, cancel) is not { } sign) return await RowsAsync(viewer, day, columns, cancel);
        var key = new KeptMatrix.Rows(viewer.PartnershipId, day, string.Join(' ', columns.Select(c => $"{c.Standard.Id}/{c.Key}")));
        if (memory.Find<IReadOnlyList<Row>>(key, sign) is { } kept) return kept;
        var rows = await RowsAsync(viewer, day, columns, cancel);
        return memory.Keep(key, sign, rows, rows.Count);
    }

    private async Task<IReadOnlyList<Row>> RowsAsync(Viewer viewer, DateOnly day, List<Column> columns, CancellationToken cancel)
    {
        var agencies = await db.Agencies.VisibleTo(viewer).OpenOn(day)
            .Join(db.Phases, a => a.PhaseId, p => p.Id, (a, p) => new { a.Id, a.Name, a.Type, Phase = p.Number }).ToListAsync(cancel);
        var flags = (await db.Flags.VisibleTo(viewer).OpenOn(day)
            .Select(f => new { f.AgencyId, f.StandardCode, f.Level, f.Id }).ToListAsync(cancel))
            .ToDictionary(f => (f.AgencyId, f.StandardCode, f.Level), f => f.Id);
        var cells = (await At(viewer, day)
            .Select(r => new { r.AgencyId, r.StandardCode, r.Level, r.Outcome, r.Numerator, r.Denominator, r.Note, r.From })
            .ToListAsync(cancel))
            .ToDictionary(r => (r.AgencyId, r.StandardCode, r.Level), r => new Cell(
                r.Outcome, r.Numerator, r.Denominator, r.Note, r.From,
                flags.TryGetValue((r.AgencyId, r.StandardCode, r.Level), out var flag) ? flag : null));
        var trends = await TrendsAsync(viewer, day, cancel);
        return [.. agencies.Select(a => new Row(a.Id, a.Name, a.Type, a.Phase,
            columns.Where(c => cells.ContainsKey((a.Id, c.Standard.Code, c.Level)))
                .ToDictionary(c => c.Key, c => cells[(a.Id, c.Standard.Code, c.Level)]), trends(a.Id)))];
    }

    private IQueryable<StandardResult> At(Viewer viewer, DateOnly day) => db.StandardResults.VisibleTo(viewer).StandingOn(day);

    /// <summary>Four quarters in one pass over the results that held on any of the four days.</summary>
    private async Task<Func<Id<Agency>, IReadOnlyList<int?>>> TrendsAsync(Viewer viewer, DateOnly day, CancellationToken cancel)
    {
        var quarters = Quarters.UpTo(day);
        var (a, b, c) = (quarters[0], quarters[1], quarters[2]);
        var counts = (await db.StandardResults.VisibleTo(viewer)
            .Judged().Where(r => r.Until == null || r.Until > a)
            .GroupBy(r => new { r.AgencyId, r.Outcome })
            .Select(g => new Counts(g.Key.AgencyId, g.Key.Outcome == Outcome.Met,
                g.Count(r => r.From <= a && (r.Until == null || r.Until > a)),
                g.Count(r => r.From <= b && (r.Until == null || r.Until > b)),
                g.Count(r => r.From <= c && (r.Until == null || r.Until > c)),
                g.Count(r => r.From <= day && (r.Until == null || r.Until > day))))
            .ToListAsync(cancel)).ToLookup(q => q.AgencyId);
        return agency =>
        [
            Share(counts[agency], q => q.A), Share(counts[agency], q => q.B), Share(counts[agency], q => q.C),
            Share(counts[agency], q => q.D)
        ];
    }

    private static int? Share(IEnumerable<Counts> counts, Func<Counts, int> quarter) =>
        counts.Sum(quarter) is > 0 and var judged ? 100 * counts.Where(q => q.Met).Sum(quarter) / judged : null;

    private sealed record Counts(Id<Agency> AgencyId, bool Met, int A, int B, int C, int D);
}
