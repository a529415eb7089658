using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Catalogue;

public sealed class UsingTheCatalogue : IAsyncLifetime
{
    private const string Title = "Quiet signs";
    private PortalApp app = null!;
    private Agency own = null!, other = null!;
    private Provider provider = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        own = await app.AgencyAsync(DemoBorough.OwnAgency);
        other = await app.AgencyAsync(DemoBorough.AnotherAgency);
        provider = Given.Provider(own.PartnershipId);
        provider.Add(Given.Mark(provider, ends: Given.Today.AddDays(12)));
        await app.Has(provider);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task The_commissioner_adds_a_course_and_staff_find_and_read_it()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await commissioner.Open("/Courses/Add")).Fill("Title", Title).Press("Add this course");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter what people learn", "Select how it is taken", "Enter the hours of learning",
            "Select who may book", "Enter the price of a place, or 0");
        Assert.Equal(Title, page.Value("Title"));
        page.Fill("What people learn", "Noticing what nobody says").Fill("Content note (optional)", "Retells what people lived through")
            .Choose("Who gives it?", provider.Name).Choose("How is it taken?", "In a room").Fill("Hours of learning", "3.5")
            .Tick("Level 2: Ask and act").Choose("Who may book it?", "Everyone in the partnership").Tick("Stalking")
            .Choose("Which level must people hold first?", "Level 1: Recognise and respond").Fill("Price of a place", "50")
            .Fill("Housing (optional)", "20000");
        page = await page.Press("Add this course");
        page.Answers(HttpStatusCode.BadRequest).Shows("Price must be between £0 and £10,000");
        Assert.Equal("20000", page.Value("Housing (optional)"));
        Assert.Single(page.All("#Form_Prices_7__Price-error"));
        page = await page.Fill("Housing (optional)", "35").Press("Add this course");
        page.Shows($"{Title} added", "£50", "Housing: £35", "No date yet");

        var learner = await app.SignedInAs(Role.Learner);
        page = await (await learner.Open("/Courses?Search=quiet+signs")).Follow(Title);
        page.Shows("Noticing what nobody says", "Retells what people lived through", "0808 2000 247", "Level 2: Ask and act",
            "Leading Lights of Larch Training, until 28 November 2026", "3.5 hours", "£35 for your agency", "Strands: Stalking",
            "Level 1: Recognise and respond, in date on the first day", "Everyone in the partnership")
            .DoesNotShow("Change the course", "Look after this course", "Review against");
    }

    [Fact]
    public async Task Dates_say_where_without_an_address_and_whether_the_course_is_accredited_then()
    {
        var course = Given.Course(provider, "T91", Title, framework: "NICE-BROMLEY");
        var venue = new Venue { PartnershipId = own.PartnershipId, Name = "Ashgrove room" };
        venue.Change(new("Ashgrove room", 12, false, true, false, null, null, IsConfidential: true));
        var now = app.Clock.Now;
        var commissioner = Given.Viewer(own.PartnershipId, Role.Commissioner);
        CourseRun Run(DateOnly day)
        {
            var run = new CourseRun { PartnershipId = own.PartnershipId, CourseId = course.Id };
            run.Plan(commissioner, new(venue.Id, 1, 12, now.AddDays(-1), UkClock.At(day, new(9, 0)), 5, Money.Zero, Money.Zero, false, null,
                "The door is round the back"), [new(day, new(9, 30), new(12, 0))], venue, 0, now);
            return run;
        }
        var (soon, later, draft) = (Run(Given.Today.AddDays(12)), Run(Given.Today.AddDays(13)), Run(Given.Today.AddDays(14)));
        soon.Publish(commissioner, now);
        later.Publish(commissioner, now);
        await app.Has(venue, course, soon, later, draft);

        var page = await (await app.SignedInAs(Role.Learner)).Open($"/Courses/{course.Id}");
        page.Shows("28 November 2026", "9:30am to midday", "Ashgrove room", "The address is sent to those who are booked", "12 places left",
            "29 November 2026").DoesNotShow("30 November 2026", "round the back");
        Assert.Equal([$"/Courses/Dates/{soon.Id}", $"/Courses/Dates/{later.Id}"],
            page.All("table a").Select(a => a.GetAttribute("href")));
        Assert.DoesNotContain("Not accredited on this day", page.All("tbody tr")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Not accredited on this day", page.All("tbody tr")[1].TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_adds_an_in_house_course_that_nobody_elsewhere_finds_and_reviews_it()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var page = (await lead.Open("/Courses/Add")).Shows("Add an in-house course").Fill("Title", Title)
            .Fill("What people learn", "Noticing").Choose("Who gives it?", $"{own.Name} itself").Choose("How is it taken?", "In a room")
            .Fill("Hours of learning", "2").Choose("Who may book it?", "People of the agency that gives it").Fill("Price of a place", "0");
        page = await page.Press("Add this course");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter an email address to which people can write about courses");
        page = await page.Fill("Email address for questions (optional)", "training@kestrel-homes.example").Press("Add this course");
        page.Shows($"{Title} added", $"Review “{Title}”");
        page = await page.Press("Save the review");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter who teaches it", "Select whether it meets the standard");
        page = await page.Fill("Who teaches it", "Adviser, trained as a trainer").Fill("Content map", "Morning: L1.1")
            .Choose("Does it meet the standard?", "No").Press("Save the review");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter what must change");
        page = await page.Fill("What must change (if it does not)", "More on stalking").Press("Save the review");
        page.Shows("Review recorded", "Did not pass", "To change: More on stalking", "Free for your agency");

        var id = await app.In((PortalDb db) => db.Courses.Where(c => c.Title == Title).Select(c => c.Id).SingleAsync());
        (await lead.Open("/")).Shows($"Review the in-house course “{Title}”");
        (await (await app.SignedInAs(Role.Learner)).Open($"/Courses/{id}")).Shows(Title).DoesNotShow("Did not pass");
        (await (await app.SignedInAs(Role.BoardMember)).Open($"/Courses/{id}")).Answers(HttpStatusCode.NotFound);
        (await (await app.SignedInAs(Role.Commissioner)).Open("/Courses?Search=quiet+signs")).Shows($"in-house at {own.Name}");
    }

    [Fact]
    public async Task A_lead_changes_and_withdraws_the_courses_of_their_own_agency_alone()
    {
        var (mine, theirs, shared) = (Given.Course(provider, "T91", Title, own, framework: "NICE-BROMLEY", statements: ["L1.1"]),
            Given.Course(provider, "T92", "Theirs", other), Given.Course(provider, "T93", "Shared"));
        mine.Cover("LONDON", [1], ["G1"]);
        await app.Has(mine, theirs, shared);
        var lead = await app.SignedInAs(Role.TrainingLead);
        (await lead.Open($"/Courses/{theirs.Id}")).Answers(HttpStatusCode.NotFound);
        (await lead.Open($"/Courses/{shared.Id}")).Shows("Shared").DoesNotShow("Look after this course");
        foreach (var page in new[] { "Edit", "Withdraw", "Review" })
            (await lead.Open($"/Courses/{shared.Id}/{page}")).Answers(HttpStatusCode.NotFound);

        var form = await (await lead.Open($"/Courses/{mine.Id}")).Press("Change the course");
        Assert.Equal(("50", "6"), (form.Value("Price of a place"), form.Value("Hours of learning")));
        (await form.Fill("Title", "Louder signs").Untick("Stalking").Press("Save")).Shows("Course changed", "Louder signs", "L1.1");
        var stale = await form.Fill("Title", "Late").Press("Save");
        stale.Answers(HttpStatusCode.BadRequest).Shows("Someone changed this while you were looking");
        Assert.Equal("Late", stale.Value("Title"));

        var withdrawn = await (await (await lead.Open($"/Courses/{mine.Id}")).Follow("Withdraw it")).Press("Withdraw it");
        withdrawn.Shows("Course withdrawn", "This course was withdrawn on 16 November 2026");
        (await lead.Open("/Courses")).DoesNotShow("Louder signs");
        (await lead.Open("/Courses?Withdrawn=true")).Shows("Louder signs");
        (await withdrawn.Press("Offer it again")).Shows("The course is offered again").DoesNotShow("was withdrawn");
    }

    [Fact]
    public async Task Dates_are_found_as_a_list_and_as_a_month_by_the_same_questions()
    {
        var course = Given.Course(provider, "T91", Title, framework: "NICE-BROMLEY");
        var (soon, later) = (Given.Run(course, Given.Today.AddDays(12)), Given.Run(course, Given.Today.AddDays(40)));
        await app.Has(course, soon, later);
        var learner = await app.SignedInAs(Role.Learner);
        var list = await (await learner.Open("/Courses")).Fill("Words in the title, the summary or the provider, or the code", "t91")
            .Choose("Month", "December 2026").Choose("Price for your agency", "Up to £50").Tick("Places left").Press("Apply");
        list.Shows("1 course", Title, "26 December 2026", "December 2026", "Up to £50").DoesNotShow("28 November 2026");
        var month = (await list.Follow("as a month"))
            .Shows("Courses in December 2026", "1 date to come", "Saturday 26 December", "10am", Title);
        Assert.Equal(7, month.All(".app-month th[scope=col]").Count);
        Assert.Equal([$"/Courses/Dates/{later.Id}"], month.All(".app-month a").Select(a => a.GetAttribute("href")));
        var earlier = (await month.Follow("Earlier: November 2026"))
            .Shows("Courses in November 2026", "Saturday 28 November", "Monday 16 November, today");
        Assert.Empty(earlier.All("a[rel=prev]"));
        (await (await month.Follow("Later: January 2027")).Shows("No date in January 2027").Follow("as a list")).Shows("No course matches");
        (await learner.Open("/Courses/Month?Month=nonsense&UpTo=-1")).Shows("Courses in November 2026");
    }

    [Fact]
    public async Task The_month_opens_where_the_first_date_to_come_is_of_what_is_looked_for()
    {
        var (soon, late) = (Given.Course(provider, "T91", Title, framework: "NICE-BROMLEY"),
            Given.Course(provider, "T92", "Later signs", framework: "NICE-BROMLEY"));
        await app.Has(soon, Given.Run(soon, Given.Today.AddDays(60)), late, Given.Run(late, Given.Today.AddDays(100)));
        var learner = await app.SignedInAs(Role.Learner);
        (await learner.Open("/Courses/Month?Search=T91")).Shows("Courses in January 2027", Title);
        var month = (await learner.Open("/Courses/Month?Search=T92")).Shows("Courses in February 2027", "Later signs");
        (await month.Follow("Earlier: January 2027")).Shows("Courses in January 2027", "No date in January 2027");
        (await learner.Open("/Courses/Month?Search=nothing")).Shows("Courses in November 2026");
    }

    [Fact]
    public async Task Who_organises_a_course_goes_from_it_to_its_dates_and_to_what_people_said()
    {
        var course = Given.Course(provider, "T91", Title, framework: "NICE-BROMLEY");
        await app.Has(course, Given.Run(course, Given.Today.AddDays(12)));
        var page = await (await app.SignedInAs(Role.TrainingAdministrator)).Open($"/Courses/{course.Id}");
        (await page.Follow("How its dates stand")).Shows("Dates you run", "T91");
        (await page.Follow("What people said of it")).Shows($"What people said: {Title}");
        var learner = await (await app.SignedInAs(Role.Learner)).Open($"/Courses/{course.Id}");
        learner.Shows("one to one", provider.Email, "You need not say why").DoesNotShow("How its dates stand", "What people said of it");
    }

    [Fact]
    public async Task Everyone_sees_what_the_courses_cover()
    {
        await app.Has(Given.Course(provider, "T91", Title, framework: "NICE-BROMLEY", statements: ["L1.1", "L4.8"], levels: [1, 4]),
            Given.Course(provider, "T92", "Quieter signs", framework: "NICE-BROMLEY", statements: ["L4.8"], levels: [4]));
        var page = await (await app.SignedInAs(Role.BoardMember)).Open("/Courses/Coverage");
        page.Shows("What the courses cover", "Covered by", "T91", "Courses that overlap", "The overlap is the mean of two shares",
            "T91 Quiet signs and T92 Quieter signs", "100%");
    }
}
