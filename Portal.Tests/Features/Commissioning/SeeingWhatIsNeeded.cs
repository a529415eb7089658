using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning.Demand;
using Portal.Features.Hubs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

public sealed class SeeingWhatIsNeeded : InASmallBorough
{
    [Fact]
    public async Task A_small_world_has_the_answer_that_can_be_counted_by_hand()
    {
        var today = Database.Clock.Today;
        await Borough.HasAsync(Database, "Never trained", Borough.Reception, started: today.AddYears(-3));
        var lapses = await Borough.HasAsync(Database, "Lapses in three months", Borough.Reception, started: today.AddYears(-3));
        await Borough.TrainedAsync(Database, lapses, 1, today.AddMonths(3).AddMonths(-36));
        var trained = await Borough.HasAsync(Database, "Trained and new", Borough.Reception, started: today.AddMonths(-4));
        await Borough.TrainedAsync(Database, trained, 1, today.AddMonths(-1));

        var (facts, lines) = await LevelAsync();
        Assert.Equal((3, 1), (facts.People, facts.Below[0]));
        Assert.Equal((1, 0), (facts.Started, facts.Left));
        Assert.Equal([1, 1, 1, 2, 2], lines.Take(5).Select(l => l.Below));
        // One starts each year: half of one by the sixth month is one, by the 18th it is two.
        Assert.Equal((3, 4), (lines[5].Needed, lines[17].Needed));

        Assert.Equal(lines, (await LevelAsync()).Lines);
        await Borough.TrainedAsync(Database, lapses, 1, today);
        Assert.Equal([1, 1, 1, 1, 1], (await LevelAsync()).Lines.Take(5).Select(l => l.Below));
    }

    [Fact]
    public async Task It_counts_as_agencies_are_judged_today_and_at_the_end_of_each_month()
    {
        var today = Database.Clock.Today;
        foreach (var (n, agency) in new[] { (1, Borough.Homes), (2, Borough.Clinic), (3, Borough.Homes), (4, Borough.Clinic) })
            foreach (var role in new[] { Borough.Reception, Borough.Officer, Borough.Marac })
            {
                var person = await Borough.HasAsync(Database, $"{role.Title} {n}", role, agency, started: today.AddMonths(2 * n - 9));
                foreach (var level in Enumerable.Range(1, n)) await Borough.TrainedAsync(Database, person, level, today.AddMonths(-9 * n));
            }
        await using var db = Database.Open();
        var figures = (await Demand(db).RunAsync(Borough.Commissioner, default))!;
        for (var month = 0; month <= DemandForecast.Months; month++)
        {
            var day = month == 0 ? today : DemandForecast.EndOf(today, month);
            foreach (var count in await LevelCount.OnAsync(db, Borough.Framework, day, null, default))
                Assert.Equal(count.People - count.InDate, figures.Of(count.Level!.Value, new(Agency: count.AgencyId)).Below[month]);
        }
    }

    [Fact]
    public async Task A_kind_of_agency_and_one_agency_are_parts_of_the_whole()
    {
        await Borough.HasAsync(Database, "At the homes", Borough.Reception, Borough.Homes);
        await Borough.HasAsync(Database, "At the clinic", Borough.Reception, Borough.Clinic);
        await Borough.HasAsync(Database, "At the clinic too", Borough.Reception, Borough.Clinic);
        await using var db = Database.Open();
        var figures = (await Demand(db).RunAsync(Borough.Commissioner, default))!;
        Assert.Equal((3, 1, 2, 0), (figures.Of(1, new()).Below[0], figures.Of(1, new(AgencyType.Housing)).Below[0],
            figures.Of(1, new(Agency: Borough.Clinic.Id)).Below[0], figures.Of(1, new(AgencyType.Fire)).Below[0]));
        Assert.Equal([AgencyType.Health, AgencyType.Housing], figures.Types);
    }

    [Fact]
    public async Task Whoever_is_counted_is_found_at_their_agency_by_name_for_who_may_read_names()
    {
        await Borough.HasAsync(Database, "Wren Below", Borough.Reception, Borough.Homes);
        var trained = await Borough.HasAsync(Database, "Robin Trained", Borough.Reception, Borough.Homes);
        await Borough.TrainedAsync(Database, trained, 1, Database.Clock.Today.AddMonths(-34));
        await Borough.HasAsync(Database, "Finch Elsewhere", Borough.Reception, Borough.Clinic);
        async Task<CountedInDemand.Found> Found(Viewer viewer, int month, Id<Agency>? agency)
        {
            await using var db = Database.Open();
            return (await new CountedInDemand(db, Demand(db), new(db), new(db, Database.Clock), Database.Clock)
                .RunAsync(viewer, new(CountedInDemand.Figure.Below, 1, month, new(Agency: agency)), 1, default))!;
        }
        var all = await Found(Borough.Commissioner, 0, null);
        Assert.Equal((2, 2, true), (all.Count, all.Agencies.Count, all.People is null));
        Assert.Equal(["Wren Below"], (await Found(Borough.Commissioner, 0, Borough.Homes.Id)).People!.Rows.Select(p => p.Name));
        Assert.Equal(["Robin Trained", "Wren Below"],
            (await Found(Borough.Commissioner, 4, Borough.Homes.Id)).People!.Rows.Select(p => p.Name));
        Assert.Null((await Found(Borough.Commissioner with { Role = Role.BoardMember }, 0, Borough.Homes.Id)).People);
    }

    [Fact]
    public async Task However_many_agencies_and_months_it_asks_as_many_questions_and_fewer_when_nothing_changed()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "Both databases are asked the same");
        await Borough.HasAsync(Database, "At the homes", Borough.Reception, Borough.Homes);
        var few = await QuestionsAsync();
        await Borough.HasAsync(Database, "At the clinic", Borough.Marac, Borough.Clinic);
        await Borough.HasAsync(Database, "At the clinic too", Borough.Officer, Borough.Clinic);
        Assert.Equal((few, few - 2), (await QuestionsAsync(), await QuestionsAsync()));
    }

    [Fact]
    public async Task A_forecast_of_the_past_is_made_of_what_was_known_then()
    {
        var today = Database.Clock.Today;
        await Borough.HasAsync(Database, "Never trained", Borough.Reception, started: today.AddYears(-3));
        await Borough.HasAsync(Database, "Came since", Borough.Reception, started: today.AddMonths(-2));
        var later = await Borough.HasAsync(Database, "Trained since", Borough.Reception, started: today.AddYears(-3));
        await Borough.TrainedAsync(Database, later, 1, today.AddMonths(-1));
        await using var db = Database.Open();
        Assert.Null(await BackTest(db).RunAsync(Borough.Commissioner, default));
        Assert.Equal("Held 1 forecast against what became of it", await Job(db).RunAsync(default));
        var test = (await BackTest(db).RunAsync(Borough.Commissioner, default))!.Test;
        var half = test.For(today.AddMonths(-6), 1);
        Assert.Equal([2, 2, 2, 2, 2, 2], half.Lines.Select(l => l.Expected));
        // Whoever came in September is not known in May; who was trained since needed it.
        Assert.Equal([2, 2, 2, 2, 3, 3], half.Lines.Select(l => l.Happened));
        Assert.Equal(12, test.For(today.AddMonths(-12), 1).Lines.Count);
    }

    [Fact]
    public async Task It_is_held_against_the_past_each_night_and_stays_until_the_next()
    {
        var today = Database.Clock.Today;
        await Borough.HasAsync(Database, "Never trained", Borough.Reception, started: today.AddYears(-3));
        await using var db = Database.Open();
        Assert.NotNull(await Job(db).RunAsync(default));
        Assert.Null(await Job(db).RunAsync(default));

        await Borough.HasAsync(Database, "There all along", Borough.Reception, started: today.AddYears(-3));
        Assert.Equal(1, (await BackTest(db).RunAsync(Borough.Commissioner, default))!.Test.For(today.AddMonths(-6), 1).Lines[0].Happened);
        Assert.NotNull(await Job(db).RunAsync(default));
        Assert.Equal(2, (await BackTest(db).RunAsync(Borough.Commissioner, default))!.Test.For(today.AddMonths(-6), 1).Lines[0].Happened);

        Database.Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(today, (await BackTest(db).RunAsync(Borough.Commissioner, default))!.MadeOn);
        Assert.NotNull(await Job(db).RunAsync(default));
        Assert.Equal(today.AddDays(1), (await BackTest(db).RunAsync(Borough.Commissioner, default))!.MadeOn);
    }

    [Fact]
    public async Task Whoever_moves_to_another_agency_neither_starts_nor_leaves_but_where_one_is_looked_at_alone()
    {
        var today = Database.Clock.Today;
        var mover = await Borough.HasAsync(Database, "Moves", Borough.Reception, Borough.Homes, started: today.AddYears(-3));
        await Borough.HasAsync(Database, "Stays", Borough.Reception, Borough.Clinic, started: today.AddYears(-3));
        await using var db = Database.Open();
        (await db.Posts.SingleAsync(p => p.StaffId == mover.Id)).Leave(today.AddMonths(-2));
        db.Add(Given.Post(mover, await db.JobTitles.SingleAsync(t => t.AgencyId == Borough.Clinic.Id), today.AddMonths(-2)));
        await db.SaveAsync(Borough.Commissioner, "Moved someone", default);
        var figures = (await Demand(db).RunAsync(Borough.Commissioner, default))!;
        (int, int) Of(DemandFigures.Part part) => (figures.Of(1, part).Started, figures.Of(1, part).Left);
        Assert.Equal((0, 0), Of(new()));
        Assert.Equal((0, 1), Of(new(Agency: Borough.Homes.Id)));
        Assert.Equal((1, 0), Of(new(Agency: Borough.Clinic.Id)));
        Assert.Equal(((0, 1), (1, 0)), (Of(new(AgencyType.Housing)), Of(new(AgencyType.Health))));
    }

    [Fact]
    public async Task It_is_for_those_who_read_gaps()
    {
        await using var db = Database.Open();
        await Assert.ThrowsAsync<Refused>(() => Demand(db).RunAsync(Borough.Lead, default));
        await Assert.ThrowsAsync<Refused>(() => BackTest(db).RunAsync(Borough.Lead, default));
        await Assert.ThrowsAsync<Refused>(() => Making(db).RunAsync(Borough.Lead, default));
    }

    private readonly KeptAnswers kept = new();

    private TrainingDemand Demand(PortalDb db) => new(db, new(db), new(db, Database.Clock), new(db), kept, Database.Clock);

    private BackTestOfDemand BackTest(PortalDb db) => new(db, Database.Clock);

    private MakeBackTest Making(PortalDb db) => new(db, new(db), new(db, Database.Clock), new(db), Database.Clock);

    private TestForecastsJob Job(PortalDb db) => new(db, Making(db));

    private async Task<(DemandForecast.Facts Facts, IReadOnlyList<DemandForecast.Line> Lines)> LevelAsync()
    {
        await using var db = Database.Open();
        var figures = (await Demand(db).RunAsync(Borough.Commissioner, default))!;
        var facts = figures.Of(1, new());
        return (facts, DemandForecast.Of(facts, figures.AsAt));
    }

    private async Task<int> QuestionsAsync()
    {
        var questions = new CountingQuestions();
        var options = new DbContextOptionsBuilder<SqlitePortalDb>();
        Databases.UseSqlite(options, Database.ConnectionString);
        await using var db = new SqlitePortalDb(options.AddInterceptors(questions).Options, Database.Clock, null!);
        await Demand(db).RunAsync(Borough.Commissioner, default);
        return questions.Asked;
    }
}
