using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Register;
using Portal.Features.Courses.Statements;
using Portal.Features.Hubs;
using Portal.Features.Staff.Titles;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Statements;

public sealed partial class SayingWhatPeopleWereTaught
{
    [Fact]
    public async Task An_agency_and_the_partnership_count_their_people_by_the_same_rule_once_each()
    {
        await AttendsAsync(ann, Given.Today.AddDays(-30));
        await Borough.AlsoAtAsync(Database, ann, Borough.Clinic);
        var cy = await Borough.HasAsync(Database, "Cy Clinic", Borough.Officer, Borough.Clinic);
        await Borough.TrainedAsync(Database, cy, 2, new(2025, 1, 6));
        await Borough.HasAsync(Database, "Odd", null);
        Assert.Equal("L1.1 0/2, L1.2 0/2, L2.1 1/2, L2.2 0/2", await CountsAsync(Borough.Homes.Id));
        // Her second job is not mapped, so at the clinic nothing is known to be needed.
        Assert.Equal("L1.1 0/1, L1.2 0/1, L2.1 1/1, L2.2 1/1", await CountsAsync(Borough.Clinic.Id));
        Assert.Equal("L1.1 0/3, L1.2 0/3, L2.1 2/3, L2.2 1/3", await CountsAsync(null));
        Assert.NotNull(await In((AgencyStatements agencies) => agencies.RunAsync(Borough.Lead, Borough.Homes.Id, None)));
        Assert.Null(await In((AgencyStatements agencies) => agencies.RunAsync(Borough.OtherLead, Borough.Homes.Id, None)));
        Assert.Null(await In((AgencyStatements agencies) => agencies.RunAsync(Borough.Learner(ann), Borough.Homes.Id, None)));
    }

    [Fact]
    public async Task Counting_many_at_once_says_what_looking_at_each_says()
    {
        await RewordAsync(new(2026, 6, 1));
        var random = new Random(7);
        var people = new List<StaffMember> { ann, ben };
        foreach (var role in new[] { Borough.Reception, Borough.Officer, Borough.Marac })
            for (var i = 0; i < 8; i++) people.Add(await Borough.HasAsync(Database, $"{role.Title} {i}", role));
        foreach (var person in people)
            for (var i = random.Next(4); i > 0; i--)
            {
                var day = new DateOnly(2026, 11, 16).AddDays(-random.Next(1_600));
                await Borough.TrainedAsync(Database, person, 1 + random.Next(3), day, random.Next(3) == 0 ? day.AddDays(500) : null,
                    verified: random.Next(5) > 0);
            }
        foreach (var person in people.Take(5)) await AttendsAsync(person, Given.Today.AddDays(-20));
        await AttendsAsync(ben, Given.Today.AddYears(-4));

        var found = (await In((StatementFigures figures) => figures.RunAsync(Borough.Commissioner, null, None)))!;
        var tally = new CoverTally(found.Cover);
        foreach (var person in people)
        {
            var of = (await PersonAsync(person))!;
            tally.Add(of.Need, await Read(db => db.TaughtAsync(person.Id, Given.Today, None)));
        }
        Assert.Equal((26, tally.People, tally.Whole), (found.Tally.People, found.Tally.People, found.Tally.Whole));
        Assert.Equal(found.Cover.Statements.Select(tally.Of), found.Cover.Statements.Select(found.Tally.Of));
        Assert.NotEqual(0, found.Cover.Statements.Sum(s => tally.Of(s).Stale));
    }

    [Fact]
    public async Task As_many_questions_are_asked_for_one_person_as_for_twenty()
    {
        Assert.SkipWhen(TestDatabase.OnPostgres, "Both databases are asked the same");
        var one = await AskedAsync();
        for (var i = 0; i < 18; i++)
            await Borough.TrainedAsync(Database, await Borough.HasAsync(Database, $"Person {i}", Borough.Marac), 1, new(2025, 1, 5));
        await AttendsAsync(ann, Given.Today.AddDays(-30));
        Assert.Equal(one, await AskedAsync());
        Assert.InRange(one, 1, 12);
    }

    [Fact]
    public async Task What_is_kept_is_shown_only_while_nothing_changes_that_it_rests_on()
    {
        using var memory = new KeptAnswers();
        var (run, place) = await AttendsAsync(ann, Given.Today.AddDays(-30));
        await ChangedAsync(() => In((MarkRegister register) =>
            register.RunAsync(Gives, run.Id, [place.Id], BookingState.PartAttended, None)));
        await ChangedAsync(() => Borough.TrainedAsync(Database, ann, 1, new(2025, 1, 5)));
        await ChangedAsync(() => Borough.HasAsync(Database, "Cy Clinic", Borough.Officer, Borough.Clinic));
        await ChangedAsync(() => AttendsAsync(ben, Given.Today.AddDays(-20)));
        await ChangedAsync(() => ChangeAsync(course => course.Cover("LADDER", [2], ["L2.2"])));
        var (officer, reception) = (Borough.Officer.Id, Borough.Reception.Id);
        var title = await Read(db => db.JobTitles
            .Where(t => t.JobRoleId == officer && t.AgencyId == Borough.Homes.Id).Select(t => t.Id).FirstAsync());
        await ChangedAsync(() => In((MapJobTitle map) => map.RunAsync(Borough.Commissioner, title, reception, officer, None)));
        await ChangedAsync(() => RewordAsync(new(2026, 1, 1)));
        // What lapses changes nothing in the database: another day is another answer.
        await ChangedAsync(() => Task.FromResult(Now = Now.AddDays(800)));

        async Task ChangedAsync(Func<Task> change)
        {
            var before = await FreshAsync();
            Assert.Equal(before, await FreshAsync());
            await change();
            Assert.NotEqual(before, await FreshAsync());
        }

        // What is shown with a memory, which is what is counted without one.
        async Task<string> FreshAsync()
        {
            var shown = await CountsAsync(null, memory);
            using var none = new KeptAnswers();
            Assert.Equal(await CountsAsync(null, none), shown);
            return shown;
        }
    }

    private async Task<int> AskedAsync()
    {
        var questions = new CountingQuestions();
        var options = new DbContextOptionsBuilder<SqlitePortalDb>();
        Databases.UseSqlite(options, Database.ConnectionString);
        await using var db = new SqlitePortalDb(options.AddInterceptors(questions).Options, Database.Clock, null!);
        Assert.NotNull(await new StatementFigures(db, new(), Database.Clock).RunAsync(Borough.Lead, null, None));
        return questions.Asked;
    }

    private async Task<string> CountsAsync(Id<Agency>? agency, KeptAnswers? memory = null)
    {
        using var none = new KeptAnswers();
        await using var db = Database.Open();
        var found = (await new StatementFigures(db, memory ?? none, Database.Clock).RunAsync(Borough.Commissioner, agency, None))!;
        return string.Join(", ", found.Cover.Statements.Select(s => (s.Code, Of: found.Tally.Of(s)))
            .Select(s => $"{s.Code} {s.Of.Covered}/{s.Of.People}{(s.Of.Stale == 0 ? "" : $" {s.Of.Stale} stale")}"));
    }
}
