using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Statements;

public sealed class ReadingTheMap : IAsyncLifetime
{
    private PortalApp app = null!;
    private Agency own = null!, other = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        (own, other) = (await app.AgencyAsync(DemoBorough.OwnAgency), await app.AgencyAsync(DemoBorough.AnotherAgency));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_member_of_staff_reads_their_own_map_and_nobody_elses()
    {
        var self = await app.In((PortalDb db) => db.Memberships
            .Where(m => m.Role == Role.Learner && db.Users.Any(u => u.Id == m.UserId && u.Email == DemoPeople.Email[Role.Learner]))
            .Select(m => m.StaffId!.Value).SingleAsync());
        var learner = await app.SignedInAs(Role.Learner);
        var page = await learner.Open($"/Staff/{self}");
        page.Shows("Statement by statement", "Levels decide what is required; statements only show what a level is made of.");
        page = await page.Follow("See each statement, and what would cover the rest");
        page.Shows("L1.1", "L4.8", "Covered?", "Every strand alike", "What would cover the rest");
        // Shape and words say it, whatever the colour.
        Assert.All(page.All(".app-cover td"), cell => Assert.NotEmpty(cell.QuerySelector(".govuk-visually-hidden")!.TextContent));
        var colleague = await SomeoneAsync(own, but: self);
        (await learner.Open($"/Courses/Statements/People/{colleague}")).Answers(HttpStatusCode.NotFound);
        (await learner.Open($"/Courses/Statements/Agencies/{own.Id}")).Answers(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_lead_reads_those_of_their_agency_and_goes_from_there_to_a_course()
    {
        var (mine, theirs) = (await SomeoneAsync(own), await SomeoneAsync(other));
        var lead = await app.SignedInAs(Role.TrainingLead);
        (await lead.Open($"/Courses/Statements/People/{mine}")).Answers(HttpStatusCode.OK);
        (await lead.Open($"/Courses/Statements/People/{theirs}")).Answers(HttpStatusCode.NotFound);
        (await lead.Open($"/Courses/Statements/Agencies/{other.Id}")).Answers(HttpStatusCode.NotFound);
        var page = await (await lead.Open($"/Agencies/{own.Id}")).Follow("See how many are covered, statement by statement");
        page.Shows($"Statement by statement: {own.Name}", "What would cover the rest", "L2.1", "Changed since");
        var course = page.All("table a[href^='/Courses/']")[0];
        (await lead.Open(course.GetAttribute("href")!)).Shows(course.TextContent.Trim());
    }

    [Fact]
    public async Task The_framework_says_how_many_people_are_covered_and_small_counts_to_few()
    {
        var (board, learner) = (await app.SignedInAs(Role.BoardMember), await app.SignedInAs(Role.Learner));
        (await board.Open("/Framework")).Shows("How many people are covered", "Every strand alike").DoesNotShow("under 5", "are not shown");
        (await board.Open("/Framework/Levels/2")).Shows("How many people are covered", "L2.8");
        (await learner.Open("/Framework/Levels/4")).Shows("Counts of fewer than five people are not shown");
        var old = await app.In(async (PortalDb db) =>
        {
            var draft = (await db.Frameworks.Include(f => f.Levels).Include(f => f.Competencies).Include(f => f.Requirements).FirstAsync())
                .NextDraft();
            db.Add(draft);
            await db.SaveAsync(Viewer.System(draft.PartnershipId), "Prepared a test", default);
            return draft.Id;
        });
        (await (await app.SignedInAs(Role.Commissioner)).Open($"/Framework/Levels/2?frameworkId={old}"))
            .Shows("What a person at this level can do").DoesNotShow("How many people are covered");
    }

    private Task<Id<StaffMember>> SomeoneAsync(Agency agency, Id<StaffMember>? but = null) => app.In((PortalDb db) => db.Posts
        .Where(p => p.AgencyId == agency.Id && p.LeftOn == null && p.StaffId != but)
        .Where(p => !db.Posts.Any(x => x.StaffId == p.StaffId && x.Id != p.Id))
        .OrderBy(p => p.Id).Select(p => p.StaffId).FirstAsync());
}
