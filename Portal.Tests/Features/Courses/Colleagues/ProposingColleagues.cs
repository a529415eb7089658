using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Colleagues;
using Portal.Tests.Support;
using Portal.Tests.Support.Courses;

namespace Portal.Tests.Features.Courses.Colleagues;

public class ProposingColleagues : InASmallBorough
{
    private DateOnly Today => Database.Clock.Today;

    [Fact]
    public async Task Begins_with_those_who_never_held_it_then_those_whose_training_lapsed_then_those_whose_does_soon()
    {
        var never = await NeedsSecondLevel("Nia Never", started: Today.AddMonths(-8));
        await NeedsSecondLevel("Nora Newer", started: Today.AddMonths(-2));
        await NeedsSecondLevel("Lars Lapsed", Today.AddMonths(-38));
        await NeedsSecondLevel("Lola Longer", Today.AddMonths(-50));
        await NeedsSecondLevel("Sam Soon", Today.AddMonths(-35));
        await NeedsSecondLevel("Hal Holds", Today.AddMonths(-6));
        await Borough.HasAsync(Database, "Rae Reception", Borough.Reception);
        var run = await RunAsync();

        var found = await ProposedAsync(Borough.Lead, run);

        Assert.Equal(["Nia Never", "Nora Newer", "Lola Longer", "Lars Lapsed", "Sam Soon"], found.Rows.Select(r => r.Name));
        Assert.StartsWith("Level 2 never held, started", found.Rows[0].Why, StringComparison.Ordinal);
        Assert.StartsWith("Level 2 lapsed on", found.Rows[2].Why, StringComparison.Ordinal);
        Assert.StartsWith("Level 2 held until", found.Rows[4].Why, StringComparison.Ordinal);
        await using var db = Database.Open();
        await MadeUpPlace.PlaceAsync(db, run, Borough.Homes.Id, never.Id, Database.Clock.Now);
        Assert.DoesNotContain((await ProposedAsync(Borough.Lead, run)).Rows, r => r.Id == never.Id);
    }

    [Fact]
    public async Task Also_helps_those_whose_job_needs_more_and_who_lack_what_is_below()
    {
        var officer = await Borough.HasAsync(Database, "Olu Officer", Borough.Officer);
        await Borough.TrainedAsync(Database, officer, 2, Today.AddMonths(-3));
        Assert.Equal(["Olu Officer"], (await ProposedAsync(Borough.Lead, await RunAsync(level: 1))).Rows.Select(r => r.Name));
    }

    [Fact]
    public async Task Finds_everyone_by_name_when_asked_and_says_why_somebody_cannot_come()
    {
        var holds = await NeedsSecondLevel("Hal Holds", Today.AddMonths(-6));
        var (run, sameHour) = (await RunAsync(), await RunAsync());
        await using var db = Database.Open();
        await MadeUpPlace.PlaceAsync(db, sameHour, Borough.Homes.Id, holds.Id, Database.Clock.Now);

        Assert.Empty((await ProposedAsync(Borough.Lead, run, new(Search: "hal"))).Rows);
        var row = Assert.Single((await ProposedAsync(Borough.Lead, run, new(Search: "HAL", Everyone: true))).Rows);
        Assert.StartsWith("Another booking is at the same time", row.WhyNot, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reaches_the_agency_or_the_team_and_nobody_else()
    {
        var manager = await NeedsSecondLevel("Mo Manager");
        var theirs = await Borough.HasAsync(Database, "Tia Team", Borough.Officer, manager: manager);
        await NeedsSecondLevel("Olu Outside");
        await Borough.HasAsync(Database, "Cleo Clinic", Borough.Officer, Borough.Clinic);
        var run = await RunAsync();

        Assert.Equal(["Mo Manager", "Olu Outside", "Tia Team"], (await ProposedAsync(Borough.Lead, run)).Rows.Select(r => r.Name));
        Assert.Equal(["Mo Manager", "Tia Team"], (await ProposedAsync(Borough.Manager(manager), run)).Rows.Select(r => r.Name));
        Assert.Empty((await ProposedAsync(Borough.Learner(theirs), run)).Rows);
        Assert.Empty((await ProposedAsync(Borough.Lead, run, agency: Borough.Clinic)).Rows);
    }

    [Fact]
    public async Task Comes_in_pages_that_repeat_nobody()
    {
        for (var n = 0; n < 30; n++) await NeedsSecondLevel($"Person {n:00}");
        var run = await RunAsync();
        var (first, second) = (await ProposedAsync(Borough.Lead, run), await ProposedAsync(Borough.Lead, run, new(Page: 2)));
        Assert.Equal((30, 25, 5), (first.Total, first.Rows.Count, second.Rows.Count));
        Assert.Equal(30, first.Rows.Concat(second.Rows).Select(r => r.Id).Distinct().Count());
    }

    private async Task<StaffMember> NeedsSecondLevel(string name, DateOnly? achieved = null, DateOnly? started = null)
    {
        var person = await Borough.HasAsync(Database, name, Borough.Officer, started: started);
        await Borough.TrainedAsync(Database, person, 1, Today.AddMonths(-60));
        if (achieved is { } day) await Borough.TrainedAsync(Database, person, 2, day);
        return person;
    }

    private async Task<CourseRun> RunAsync(int level = 2)
    {
        await using var db = Database.Open();
        return await MadeUpPlace.RunAsync(db, Borough.Partnership.Id, Database.Clock.Now, level);
    }

    private async Task<Page<ColleaguesToTrain.Row>> ProposedAsync(
        Viewer viewer, CourseRun run, ColleaguesToTrain.Filter? filter = null, Agency? agency = null)
    {
        await using var db = Database.Open();
        var whole = await db.CourseRuns.AsNoTracking().Include(r => r.Sessions).SingleAsync(r => r.Id == run.Id);
        return await new ColleaguesToTrain(db, new(db, Database.Clock), Database.Clock)
            .RunAsync(viewer, whole, (agency ?? Borough.Homes).Id, filter ?? new(), default);
    }
}
