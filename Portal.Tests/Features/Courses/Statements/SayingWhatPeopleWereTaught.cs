using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Register;
using Portal.Features.Courses.Statements;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Statements;

public sealed partial class SayingWhatPeopleWereTaught : AtTheRunDesk
{
    private StaffMember ann = null!, ben = null!;
    private Course asks = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        asks = ACourse("C05", Provider);
        asks.Cover("LADDER", [2], ["L2.1"]);
        await SaveAsync(asks, Statement(1, "L1.2", "DV"), Statement(2, "L2.1", "DV"), Statement(2, "L2.2", "ST"), new Strand
        {
            PartnershipId = Borough.Partnership.Id, Code = "DV", Name = "Domestic abuse", From = new(2016, 1, 1),
        });
        ann = await Borough.HasAsync(Database, "Ann Archer", Borough.Officer);
        ben = await Borough.HasAsync(Database, "Ben Baker", Borough.Officer);
    }

    [Fact]
    public async Task An_attended_course_covers_what_it_names_and_a_record_of_another_origin_its_whole_level()
    {
        await AttendsAsync(ann, Given.Today.AddDays(-30));
        await Borough.TrainedAsync(Database, ann, 1, new(2025, 1, 5));
        await Borough.TrainedAsync(Database, ben, 2, new(2025, 1, 6));
        Assert.Equal("L1.1 Covered, L1.2 Covered, L2.1 Covered, L2.2 Open", await StatesAsync(ann));
        Assert.Equal("L1.1 Open, L1.2 Open, L2.1 Covered, L2.2 Covered", await StatesAsync(ben));
        var of = (await PersonAsync(ann))!;
        Assert.Equal("3 of 4 statements that the job is made of are covered.", of.Sentence);
        var by = of.Rows.Single(r => r.Statement.Code == "L2.1").Answer;
        Assert.Equal((asks.Title, asks.Id, Given.Today.AddDays(-30), Given.Today.AddDays(-30).AddMonths(36)),
            (by.By!.Value.Name, by.By.Value.CourseId!.Value, by.By.Value.On, by.LastDay!.Value));
    }

    [Fact]
    public async Task Attendance_that_is_taken_back_and_a_record_not_verified_cover_nothing()
    {
        var (run, place) = await AttendsAsync(ann, Given.Today.AddDays(-30));
        await In((MarkRegister register) => register.RunAsync(Gives, run.Id, [place.Id], BookingState.PartAttended, None));
        await Borough.TrainedAsync(Database, ann, 1, new(2025, 1, 5), verified: false);
        Assert.Equal("L1.1 Open, L1.2 Open, L2.1 Open, L2.2 Open", await StatesAsync(ann));
    }

    [Fact]
    public async Task A_course_that_comes_to_cover_more_makes_no_one_who_was_there_before_know_it()
    {
        await AttendsAsync(ann, Given.Today.AddDays(-30));
        Now = UkClock.At(Given.Today, new(12, 0));
        await ChangeAsync(course => course.Cover("LADDER", [2], ["L2.1", "L2.2"]));
        Assert.Equal("L1.1 Open, L1.2 Open, L2.1 Covered, L2.2 Stale", await StatesAsync(ann));
        Assert.Equal(Given.Today, (await PersonAsync(ann))!.Rows[3].Answer.ChangedOn);
        Assert.EndsWith("; 1 was covered before what is taught changed.", (await PersonAsync(ann))!.Sentence, StringComparison.Ordinal);
        await ChangeAsync(course => course.Cover("LADDER", [2], ["L2.2"]));
        Assert.Equal("L1.1 Open, L1.2 Open, L2.1 Open, L2.2 Stale", await StatesAsync(ann));
        Assert.True(await Read(db => db.AuditChanges.AnyAsync(c => c.Entity == "CoveredCompetency" && c.Old == "L2.1" && c.New == null)));
    }

    [Fact]
    public async Task A_statement_that_the_framework_says_anew_is_stale_for_whoever_learnt_the_old_words()
    {
        await Borough.TrainedAsync(Database, ann, 1, new(2025, 1, 5));
        await RewordAsync(new(2026, 1, 1));
        Assert.Equal("L1.1 Covered, L1.2 Stale, L2.1 Open, L2.2 Open", await StatesAsync(ann));
    }

    [Fact]
    public async Task Nobody_sees_the_statements_of_a_person_whom_they_may_not_see()
    {
        var elsewhere = await Borough.HasAsync(Database, "Cy Clinic", Borough.Officer, Borough.Clinic);
        Assert.NotNull(await PersonAsync(ann, Borough.Learner(ann)));
        Assert.Null(await PersonAsync(ben, Borough.Learner(ann)));
        Assert.NotNull(await PersonAsync(ben, Borough.Lead));
        Assert.Null(await PersonAsync(elsewhere, Borough.Lead));
        Assert.Null(await PersonAsync(ben, Borough.Manager(ann)));
        Assert.Null(await PersonAsync(ann, Borough.Executive));
    }

    [Fact]
    public async Task What_would_cover_the_rest_is_offered_to_them_with_its_next_date()
    {
        var (theirs, both, gone) = (ACourse("C06", Provider, Borough.Clinic), ACourse("C07", Provider), ACourse("C08", Provider));
        foreach (var course in new[] { theirs, both, gone }) course.Cover("LADDER", [2], ["L1.2", "L2.1", "L2.2"]);
        gone.Withdraw(Given.Today);
        var run = Given.Run(both, Given.Today.AddDays(9));
        await SaveAsync(theirs, both, gone, run);
        var one = (await PersonAsync(ann))!;
        var rest = await In((CoursesToCover courses) =>
            courses.RunAsync(Borough.Commissioner, one.Cover, one.Missing, one.Agencies, one.Held, None));
        var offered = Assert.Single(rest);
        Assert.Equal((both.Id, "L1.2 L2.1 L2.2", run.Id), (offered.Id, string.Join(' ', offered.Codes), offered.Next!.Id));
    }

    [Theory, InlineData(3, 4, "few in scope"), InlineData(4, 30, "under 5 of 30"), InlineData(0, 30, "under 5 of 30")]
    [InlineData(28, 30, "all but a few of 30"), InlineData(30, 30, "30 of 30"), InlineData(12, 30, "12 of 30")]
    public void Counts_of_fewer_than_five_are_said_to_those_alone_who_see_every_agency(int count, int people, string outside)
    {
        Assert.Equal($"{count} of {people}", PeopleCovered.Words(count, people, small: true));
        Assert.Equal(outside, PeopleCovered.Words(count, people, small: false));
    }

    /// <summary>From a day on the framework says L1.2 in other words.</summary>
    private async Task RewordAsync(DateOnly from)
    {
        await using var db = Database.Open();
        var version = (await db.Frameworks.AsNoTracking().Include(f => f.Levels).Include(f => f.Competencies)
            .Include(f => f.Requirements).SingleAsync()).NextDraft();
        version.Publish(from, new(2020, 1, 1));
        db.Add(version);
        db.Entry(version.Competencies.Single(s => s.Code == "L1.2")).Property(s => s.Statement).CurrentValue = "Says it otherwise";
        await db.SaveAsync(Borough.Commissioner, "Published a framework", None);
    }

    private async Task<(CourseRun Run, Booking Place)> AttendsAsync(StaffMember person, DateOnly day)
    {
        var (now, run) = (Now, await SaveAsync(Given.Run(asks, day)));
        Now = run.OpensAt;
        var place = await Asks(run, person);
        Now = run.EndsAt.AddHours(1);
        await In((MarkRegister register) => register.RunAsync(Gives, run.Id, [place.Id], BookingState.Attended, None));
        Now = now;
        return (run, place);
    }

    private async Task ChangeAsync(Action<Course> how)
    {
        await using var db = Database.Open();
        var course = await db.Courses.Include(c => c.Levels).Include(c => c.Competencies).SingleAsync(c => c.Id == asks.Id);
        how(course);
        db.Entry(course).Property(c => c.Version).IsModified = true;
        await db.SaveAsync(Borough.Commissioner, "Changed the course", None);
    }

    private Task<PersonStatements.Details?> PersonAsync(StaffMember person, Viewer? viewer = null) =>
        In((PersonStatements people) => people.RunAsync(viewer ?? Borough.Lead, person.Id, None));

    private async Task<string> StatesAsync(StaffMember person) =>
        string.Join(", ", (await PersonAsync(person))!.Rows.Select(r => $"{r.Statement.Code} {r.Answer.State}"));

    private Competency Statement(int level, string code, string strands) =>
        new() { FrameworkId = Borough.Framework.Id, LevelNumber = level, Code = code, Statement = $"Can do {code}", Strands = strands };
}
