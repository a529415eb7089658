using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;

namespace Portal.Features.Courses.Catalogue;

/// <summary>
/// What the courses on offer cover of the framework in force, where they leave holes, and which of them teach the same people the same.
/// </summary>
public sealed class CoverageView(PortalDb db, UkClock clock)
{
    /// <summary>Over how many months back places are counted.</summary>
    public const int CountedForMonths = 12;

    /// <summary>How many pairs are shown; the closest first.</summary>
    public const int MostPairs = 25;

    public sealed record Column(Id<Course> Id, string Code, string Title, bool IsAccredited);

    /// <summary>One statement or strand, and the courses that cover it.</summary>
    public sealed record Row(string Code, string? Text, IReadOnlyList<Column> Courses);

    /// <summary>Those that no course covers first.</summary>
    public sealed record Group(string Title, IReadOnlyList<Row> Rows);

    /// <param name="Places">Taken on both together, on dates of the last <see cref="CountedForMonths"/> months.</param>
    /// <param name="Cost">What those places cost, each at its own price.</param>
    public sealed record Pair(Column One, Column Other, CourseOverlap Overlap, int Places, Money Cost);

    /// <param name="Framework">The title of the one in force; null when none is.</param>
    public sealed record Picture(
        string? Framework, IReadOnlyList<Column> Courses, IReadOnlyList<Group> Groups, IReadOnlyList<Pair> Pairs, int PairsInAll,
        IReadOnlyDictionary<string, string> Strands)
    {
        public IReadOnlyList<Row> Holes => [.. Groups.SelectMany(g => g.Rows).Where(r => r.Courses.Count == 0)];
    }

    public Task<Picture> RunAsync(Viewer viewer, CancellationToken cancel) => AsAtAsync(viewer, clock.Today, cancel);

    /// <summary>What was on offer on a day, of what is known of courses now; and places on dates up to the end of that day.</summary>
    public async Task<Picture> AsAtAsync(Viewer viewer, DateOnly today, CancellationToken cancel)
    {
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, today, cancel);
        var offered = db.Courses.OfferedTo(viewer).OfferedOn(today);
        var courses = await offered.AsNoTracking().AsSplitQuery().Include(c => c.Levels).Include(c => c.Competencies)
            .OrderBy(c => c.Code).ThenBy(c => c.Id).ToListAsync(cancel);
        var accredited = (await offered.AccreditedOn(db, today).Select(c => c.Id).ToListAsync(cancel)).ToHashSet();
        var strands = await db.Strands.AsNoTracking().OfPartnership(viewer).InForceOn(today)
            .OrderBy(s => s.Name).ThenBy(s => s.Id).ToListAsync(cancel);
        List<(Column Column, CourseOverlap.Side Side)> compared =
            [.. courses.Select(c => (
                new Column(c.Id, c.Code, c.Title, accredited.Contains(c.Id)), CourseOverlap.Side.Of(c, framework?.Code)))];
        Row Of(string code, string? text, Func<CourseOverlap.Side, bool> covers) =>
            new(code, text, [.. compared.Where(c => covers(c.Side)).Select(c => c.Column)]);
        List<Group> groups = framework is null ? [] :
        [
            .. framework.Levels.OrderBy(l => l.Number).Select(l => new Group(l.Words(), HolesFirst(framework.Competencies
                .Where(s => s.LevelNumber == l.Number).OrderBy(s => s.Code, StringComparer.Ordinal)
                .Select(s => Of(s.Code, s.Statement, side => side.Statements.Contains(s.Code)))))),
            new("Strands", HolesFirst(strands.Select(s => Of(s.Name, null, side => side.Strands.Contains(s.Code))))),
        ];
        var pairs = await PairsAsync(viewer, compared, today, cancel);
        return new(framework?.Title, [.. compared.Select(c => c.Column)], groups, [.. pairs.Take(MostPairs)], pairs.Count,
            strands.ToDictionary(s => s.Code, s => s.Name));
    }

    private async Task<List<Pair>> PairsAsync(
        Viewer viewer, List<(Column Column, CourseOverlap.Side Side)> courses, DateOnly today, CancellationToken cancel)
    {
        var (since, end) = (UkClock.StartOf(today.AddMonths(-CountedForMonths)), UkClock.StartOf(today.AddDays(1)));
        var now = clock.Now < end ? clock.Now : end;
        var taken = (await (from booking in db.Bookings.OfPartnership(viewer).HoldingPlaces()
                            join run in db.CourseRuns on booking.RunId equals run.Id
                            where run.StartsAt >= since && run.StartsAt <= now
                            group booking by new { run.CourseId, booking.Price } into alike
                            select new { alike.Key.CourseId, alike.Key.Price, Places = alike.Count() }).ToListAsync(cancel))
            .ToLookup(t => t.CourseId);
        return [.. (from one in courses.Index()
                    from other in courses.Skip(one.Index + 1)
                    let overlap = CourseOverlap.Between(one.Item.Side, other.Side)
                    where overlap?.Percent >= CourseOverlap.WorthALook
                    let places = taken[one.Item.Column.Id].Concat(taken[other.Column.Id])
                    select new Pair(one.Item.Column, other.Column, overlap, places.Sum(p => p.Places),
                        places.Sum(p => p.Price.Times(p.Places))))
            .OrderByDescending(p => p.Overlap.Percent).ThenByDescending(p => p.Cost)];
    }

    private static List<Row> HolesFirst(IEnumerable<Row> rows) => [.. rows.OrderBy(r => r.Courses.Count > 0)];
}
