using Portal.Components;
using Portal.Data;
using Portal.Features.Hubs;
using Portal.Features.Reports.Figures;
using Portal.Features.Staff.AtAgency;
using Portal.Features.Standards;
using Portal.Features.Standards.AtHome;
using Portal.Features.Standards.Measures;
using StaffList = Portal.Features.Staff.People.StaffList;

namespace Portal.Tests.Features.Standards;

/// <summary>
/// A borough made at random, with people in two agencies, jobs to come and jobs left, titles that are not mapped, lists that are too
/// old, a phase to come and an agency that closed: whatever says a figure says the same.
/// </summary>
public sealed class AgreeingOnFigures
{
    private static readonly DateOnly Today = Borough.Today;

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Whoever_is_counted_by_a_standard_is_in_the_list_that_the_figure_leads_to(int seed)
    {
        await using var borough = await AtRandomAsync(seed);
        await using var db = borough.Database.Open();
        var (viewer, staff, levels) = (
            borough.As(Role.Commissioner), borough.Database.StaffList(db), new AgencyLevels(db, borough.Database.Clock));
        Task<int> ListedAsync(StaffList.Filter filter) => staff.CountAsync(viewer, filter, default);
        foreach (var row in (await MatrixAsync(borough, db)).Rows)
        {
            var found = await levels.RunAsync(viewer, row.AgencyId, default);
            foreach (var level in found.Rows)
            {
                var cell = row.Cells[Standard.Key("S06", level.Level)];
                if (cell.Outcome.IsJudged()) Assert.Equal((cell.Numerator, cell.Denominator), (level.InDate, level.Needed));
                Assert.Equal(level.Needed, await ListedAsync(new(Agency: row.AgencyId, Level: level.Level)));
                foreach (var (show, count) in new[]
                {
                    (StaffList.Show.AtLevel, level.InDate), (StaffList.Show.Lapsed, level.Lapsed),
                    (StaffList.Show.Never, level.Needed - level.InDate - level.Lapsed),
                })
                    Assert.Equal(count, await ListedAsync(new(Agency: row.AgencyId, Level: level.Level, Standing: show)));
            }
            Assert.Equal(found.Unmapped, await ListedAsync(new(Agency: row.AgencyId, Standing: StaffList.Show.Unmapped)));
            var parts = 0;
            foreach (var show in Enum.GetValues<StaffList.Show>().Where(s => s != StaffList.Show.Due))
                parts += await ListedAsync(new(Agency: row.AgencyId, Standing: show));
            Assert.Equal(await ListedAsync(new(Agency: row.AgencyId)), parts);
        }
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task Home_the_matrix_the_standard_the_flags_and_the_edition_count_the_same(int seed)
    {
        await using var borough = await AtRandomAsync(seed);
        await using var db = borough.Database.Open();
        var viewer = borough.As(Role.Commissioner);
        var matrix = await MatrixAsync(borough, db);
        var home = ((Standings.Compared)(await new Standings(db, borough.Database.Clock, new(db)).RunAsync(viewer, default))!.Shown).Now;
        var due = matrix.Rows.Where(r => r.Cells.Values.Any(c => c.Outcome.IsJudged() || c.Outcome == Outcome.Unknown)).ToList();
        Assert.Equal(
            (due.Count, due.Count(r => r.Cells.Values.All(IsFollowed)), due.Count(r => r.Count(Outcome.Unknown) > 0)),
            (home.Judged, home.Following, home.Unknown));

        var flags = await new FlagList(db, borough.Database.Clock).RunAsync(viewer, new(), default);
        Assert.Equal((flags.Total, flags.Total), (home.OpenFlags, matrix.Rows.Sum(r => r.Cells.Values.Count(c => c.FlagId is not null))));

        var cells = matrix.Rows.SelectMany(r => r.Cells).Where(c => c.Key.StartsWith("S06", StringComparison.Ordinal)).Select(c => c.Value)
            .Where(c => c.Outcome.IsJudged()).ToList();
        Assert.Equal((cells.Sum(c => c.Numerator), cells.Sum(c => c.Denominator)), (home.Held, home.Need));
        var standard = (await new StandardView(db, borough.Database.Clock).RunAsync(viewer, "S06", Today, null, default))!;
        Assert.Contains(
            $"{new Share(home.Held, home.Need).Words()} people", StandardSentence.Of(standard.Shown.Standard, standard.Lines),
            StringComparison.Ordinal);

        var cutOff = await new CutOffReading(db).RunAsync(viewer, Today, default);
        var (headline, levels) = (EditionSummary.Headline(cutOff, [], 0, null), EditionSummary.Levels(cutOff));
        Assert.Equal(
            (home.Judged, home.Following, home.Unknown), (headline.Judged, headline.FollowingAll, headline.WithUnknown));
        Assert.Equal((home.Held, home.Need), (levels.Sum(l => l.Held), levels.Sum(l => l.Need)));
        var turned = new CutOff(cutOff.Day, cutOff.Framework, cutOff.Standards, cutOff.Agencies, [.. cutOff.Results.Reverse()], []);
        Assert.Contains(EditionSummary.Caveats(cutOff), c => c.Contains(" are unknown", StringComparison.Ordinal));
        Assert.Equal(EditionSummary.Caveats(cutOff), EditionSummary.Caveats(turned));
    }

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public async Task The_people_behind_a_flag_are_those_who_are_missing_from_its_figure(int seed)
    {
        await using var borough = await AtRandomAsync(seed);
        await using var db = borough.Database.Open();
        var measures = Borough.Measures(db).ToDictionary(m => m.Key);
        var seen = 0;
        foreach (var flag in db.Flags.StillOpen().Where(f => f.StandardCode == "S06" || f.StandardCode == "S09").ToList())
        {
            var cell = (await MatrixAsync(borough, db)).Rows.Single(r => r.AgencyId == flag.AgencyId)
                .Cells[Standard.Key(flag.StandardCode, flag.Level)];
            if (!cell.Outcome.IsJudged()) continue;
            var measure = measures[flag.StandardCode == "S06" ? MeasureKeys.StaffAtRequiredLevel : MeasureKeys.RolesMapped];
            var question = new Question(borough.Partnership.Id, borough.Framework, Today, flag.AgencyId);
            var behind = await new FlagPeople(db).RunAsync(borough.As(Role.Commissioner), measure, question, flag, 1, default);
            Assert.Equal(cell.Denominator - cell.Numerator, behind.People!.Total);
            seen++;
        }
        Assert.NotEqual(0, seen);
    }

    private static bool IsFollowed(Matrix.Cell cell) => cell.Outcome is Outcome.Met or Outcome.NotApplicable or Outcome.NotYetDue;

    private static async Task<Matrix.Table> MatrixAsync(Borough borough, PortalDb db)
    {
        using var memory = new KeptAnswers();
        return await new Matrix(db, memory).RunAsync(borough.As(Role.Commissioner), Today, new(), default);
    }

    private static async Task<Borough> AtRandomAsync(int seed)
    {
        var random = new Random(seed);
        var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", MeasureKeys.StaffAtRequiredLevel, perLevel: true);
        await borough.StandardAsync("S09", MeasureKeys.RolesMapped);
        var later = await borough.AddAsync(new Phase { PartnershipId = borough.Partnership.Id, Number = 2, StartsOn = Today.AddMonths(4) });
        List<Agency> agencies =
        [
            borough.Agency, await borough.AgencyAsync("Libraries"), await borough.AgencyAsync("Museums", confirmed: Today.AddYears(-1)),
            await borough.AgencyAsync("Parks", later), await borough.AgencyAsync("Baths"), await borough.AgencyAsync("Nobody's")
        ];
        var people = new List<StaffMember>();
        foreach (var agency in agencies.Take(5))
        {
            for (var i = random.Next(4, 12); i > 0; i--)
            {
                var person = await borough.PersonAsync(Need(random), agency, Day(random, -900, 60), Left(random));
                people.Add(person);
                for (var records = random.Next(3); records > 0; records--)
                    await borough.TrainedAsync(person, random.Next(1, 5), Day(random, -1500, 0)!.Value, verified: random.Next(5) > 0);
            }
            await borough.PersonAsync(Need(random), agency, Today.AddYears(-3), Day(random, -20, 20));
        }
        foreach (var person in people.Where(_ => random.Next(4) == 0).ToList())
            await borough.JobAsync(person, Need(random), agencies[random.Next(5)], Day(random, -500, 60), Left(random));
        await borough.EvaluateAsync(Today.AddDays(-30));
        agencies[4].Close(Today.AddDays(-10));
        await borough.SaveAsync();
        await borough.EvaluateAsync();
        return borough;
    }

    private static int? Need(Random random) => random.Next(5) is > 0 and var level ? level : null;

    private static DateOnly? Day(Random random, int from, int until) => Today.AddDays(random.Next(from, until));

    private static DateOnly? Left(Random random) => random.Next(5) == 0 ? Today.AddDays(random.Next(60, 90)) : null;
}
