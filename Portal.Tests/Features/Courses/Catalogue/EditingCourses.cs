using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Catalogue;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Catalogue;

public sealed class EditingCourses : InACatalogue
{
    private static readonly Course.Entry Says = new(
        "Ask and act", "How to ask", "Speaks of harm", CourseMode.Room, 6, false, CourseAudience.NeedsTheLevel, 1, ["DV", "ST"], null, null,
        Money.OfPounds(70), Today, null);

    private SaveCourse.Entry Entry => new(Says, null, Larch.Id, null, [2], ["L2.1"],
        new Dictionary<AgencyType, Money?> { [AgencyType.Voluntary] = Money.OfPounds(35) });

    [Fact]
    public async Task A_course_is_added_with_the_next_code_and_all_that_was_said_of_it()
    {
        await HasAsync(Given.Course(Larch, "C16"));
        var id = await SaveAsync(Borough.Commissioner, null, Entry);
        var course = await FindAsync(id);
        Assert.Equal(("C17", "Ask and act", null), (course.Code, course.Title, course.AgencyId));
        Assert.Equal("LADDER 2", Assert.Single(course.Levels.Select(l => $"{l.Framework} {l.LevelNumber}")));
        Assert.Equal("L2.1", Assert.Single(course.Competencies).Code);
        Assert.Equal(Money.OfPounds(35), course.PriceFor(AgencyType.Voluntary));
    }

    [Fact]
    public async Task Two_who_add_at_the_same_moment_are_given_two_codes()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SaveAsync(Borough.Commissioner, null, Entry)));
        Assert.Equal(["C01", "C02", "C03", "C04"], await In(db => db.Courses.Select(c => c.Code).OrderBy(c => c).ToListAsync()));
    }

    [Fact]
    public async Task A_lead_adds_in_house_courses_of_their_own_agency_whatever_they_send()
    {
        var entry = Entry with { Course = Says with { Audience = CourseAudience.OwnAgency }, AgencyId = Borough.Clinic.Id };
        var id = await SaveAsync(Borough.Lead, null, entry);
        Assert.Equal(Borough.Homes.Id, (await FindAsync(id)).AgencyId);

        await SaveAsync(Borough.Lead, id, entry with { Course = Says with { Title = "Ask" } });
        await RefusedAsync(() => SaveAsync(Borough.OtherLead, id, entry, seen: 1));
        await RefusedAsync(() => SaveAsync(Borough.Executive, id, entry, seen: 1));
        var partnerships = await SaveAsync(Borough.Commissioner, null, Entry);
        var refused = await RefusedAsync(() => SaveAsync(Borough.Lead, partnerships, Entry));
        Assert.Equal("This course is not within your reach", refused.Message);
    }

    [Fact]
    public async Task An_agency_that_gives_a_course_itself_becomes_a_provider_the_first_time()
    {
        var entry = Entry with { Course = Says with { Audience = CourseAudience.OwnAgency }, ProviderId = null };
        var refused = await RefusedAsync(() => SaveAsync(Borough.Lead, null, entry));
        Assert.Equal("ProviderEmail", refused.Field);
        var first = await SaveAsync(Borough.Lead, null, entry with { ProviderEmail = "training@homes.example" });
        var second = await SaveAsync(Borough.Lead, null, entry);
        var provider = await In(db => db.Providers.SingleAsync(p => p.AgencyId == Borough.Homes.Id));
        Assert.Equal((Borough.Homes.Name, "training@homes.example"), (provider.Name, provider.Email));
        Assert.Equal((provider.Id, provider.Id), ((await FindAsync(first)).ProviderId, (await FindAsync(second)).ProviderId));
        refused = await RefusedAsync(() => SaveAsync(Borough.Commissioner, null, Entry with { ProviderId = null }));
        Assert.Equal("ProviderId", refused.Field);
    }

    [Fact]
    public async Task What_it_covers_of_the_framework_in_force_is_changed_and_of_others_is_kept()
    {
        var course = Given.Course(Larch, levels: [1], statements: ["L1.1"]);
        course.Cover("ELSEWHERE", [3], ["G1"]);
        await HasAsync(course);
        await SaveAsync(Borough.Commissioner, course.Id, Entry with { Levels = [1, 2], Statements = ["L1.1", "L2.1"] });
        var changed = await FindAsync(course.Id);
        Assert.Equal(["ELSEWHERE 3", "LADDER 1", "LADDER 2"], changed.Levels.Select(l => $"{l.Framework} {l.LevelNumber}").Order());
        Assert.Equal(["G1", "L1.1", "L2.1"], changed.Competencies.Select(c => c.Code).Order());
    }

    [Fact]
    public async Task Whoever_saw_other_statements_or_prices_is_told_so()
    {
        var id = await SaveAsync(Borough.Commissioner, null, Entry);
        await SaveAsync(Borough.Commissioner, id, Entry with { Statements = ["L1.1"] });
        Assert.StartsWith("Someone changed this", (await RefusedAsync(() => SaveAsync(Borough.Commissioner, id, Entry))).Message,
            StringComparison.Ordinal);
    }

    public static TheoryData<string> Fields =>
        ["Levels", "Statements", "Strands", "Prerequisite", "Prices[4].Price", "ProviderId", "AgencyId"];

    [Theory, MemberData(nameof(Fields))]
    public async Task What_is_not_there_to_choose_is_refused_beside_its_field(string field)
    {
        var wrong = field switch
        {
            "Levels" => Entry with { Levels = [9] },
            "Statements" => Entry with { Statements = ["L9.9"] },
            "Strands" => Entry with { Course = Says with { Strands = ["XX"] } },
            "Prerequisite" => Entry with { Course = Says with { Prerequisite = 9 } },
            "ProviderId" => Entry with { ProviderId = Id<Provider>.New() },
            "AgencyId" => Entry with { AgencyId = Id<Agency>.New() },
            _ => Entry with { Prices = new Dictionary<AgencyType, Money?> { [AgencyType.Probation] = Money.OfPounds(1_000_000_000) } },
        };
        Assert.Equal(field, (await RefusedAsync(() => SaveAsync(Borough.Commissioner, null, wrong))).Field);
        Assert.Equal(0, await In(db => db.Courses.CountAsync()));
    }

    [Fact]
    public async Task It_is_withdrawn_from_today_or_later_by_those_who_look_after_it()
    {
        var course = Given.Course(Larch, agency: Borough.Homes);
        await HasAsync(course);
        Task WithdrawAsync(Viewer viewer, DateOnly from) =>
            In(async db => { await new WithdrawCourse(db, Database.Clock).RunAsync(viewer, course.Id, from, 0, default); return true; });
        await RefusedAsync(() => WithdrawAsync(Borough.OtherLead, Today));
        Assert.Equal("From", (await RefusedAsync(() => WithdrawAsync(Borough.Lead, Today.AddDays(-1)))).Field);
        await WithdrawAsync(Borough.Lead, Today);
        Assert.Equal(Today, (await FindAsync(course.Id)).WithdrawnOn);
        await In(async db => { await new OfferCourseAgain(db).RunAsync(Borough.Lead, course.Id, 1, default); return true; });
        Assert.Null((await FindAsync(course.Id)).WithdrawnOn);
    }

    [Fact]
    public async Task An_in_house_course_without_a_review_is_a_task_until_it_passes()
    {
        var (course, other) = (Given.Course(Larch, agency: Borough.Homes), Given.Course(Larch, "C02", "Listen", agency: Borough.Homes));
        await HasAsync(course, other, Given.Course(Larch, "C03"), Given.Course(Larch, "C04", agency: Borough.Clinic));
        Assert.Equal(("Review 2 in-house courses", "/Courses?Unreviewed=true"), await TaskAsync());
        await ReviewAsync(Borough.Lead, course.Id, passed: true);
        Assert.Equal(("Review the in-house course “Listen”", $"/Courses/{other.Id}/Review"), await TaskAsync());
        await ReviewAsync(Borough.Lead, other.Id, passed: false);
        Assert.NotNull(await TaskAsync());
        await ReviewAsync(Borough.Commissioner, other.Id, passed: true);
        Assert.Null(await TaskAsync());
        await RefusedAsync(() => ReviewAsync(Borough.OtherLead, course.Id, passed: true));

        var shown = await In(db => ViewOf(db).RunAsync(Borough.Lead, other.Id, default));
        Assert.Equal([(true, Borough.Cora.Name), (false, Borough.Tess.Name)], shown!.Reviews.Select(r => (r.Passed, r.By)));
        Assert.Empty((await In(db => ViewOf(db).RunAsync(Borough.Executive, other.Id, default)))!.Reviews);
    }

    private async Task<(string, string)?> TaskAsync() =>
        await In(db => new ReviewTasks(db, Database.Clock).RunAsync(Borough.Lead, default)) is [var task] ? (task.Title, task.Href) : null;

    private Task ReviewAsync(Viewer viewer, Id<Course> courseId, bool passed) => In(async db =>
    {
        await new ReviewCourse(db, Database.Clock).RunAsync(
            viewer, courseId, new(Today, "Adviser", "Morning: L1.1", passed, passed ? null : "More time"), default);
        return true;
    });

    private Task<Id<Course>> SaveAsync(Viewer viewer, Id<Course>? id, SaveCourse.Entry entry, int seen = 0) =>
        In(db => new SaveCourse(db, Database.Clock).RunAsync(viewer, id, entry, seen, default));

    private Task<Course> FindAsync(Id<Course> id) => In(db => db.Courses.AsSplitQuery().Include(c => c.Levels).Include(c => c.Competencies)
        .Include(c => c.Prices).SingleAsync(c => c.Id == id));
}
