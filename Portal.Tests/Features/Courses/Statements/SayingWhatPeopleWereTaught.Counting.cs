using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Statements;
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

    private async Task<int> AskedAsync()
    {
        var questions = new CountingQuestions();
        var options = new DbContextOptionsBuilder<SqlitePortalDb>();
        Databases.UseSqlite(options, Database.ConnectionString);
        await using var db = new SqlitePortalDb(options.AddInterceptors(questions).Options, Database.Clock, null!);
        Assert.NotNull(await new StatementFigures(db, Database.Clock).RunAsync(Borough.Lead, null, None));
        return questions.Asked;
    }

    private async Task<string> CountsAsync(Id<Agency>? agency)
    {
        var found = (await In((StatementFigures figures) => figures.RunAsync(Borough.Commissioner, agency, None)))!;
        return string.Join(", ", found.Cover.Statements.Select(s => $"{s.Code} {found.Tally.Of(s).Covered}/{found.Tally.Of(s).People}"));
    }
}
