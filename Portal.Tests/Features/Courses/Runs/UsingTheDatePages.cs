using System.Net;
using Portal.Data;
using Portal.Tests.Support;
using Portal.Tests.Support.Courses;

namespace Portal.Tests.Features.Courses.Runs;

public sealed class UsingTheDatePages : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor lead = null!;
    private Dictionary<string, Guid> made = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        var homes = await app.AgencyAsync(DemoBorough.OwnAgency);
        made = await app.In((PortalDb db) => MadeUpRun.WriteAsync(db, homes.Id));
        lead = await app.SignedInAs(Role.TrainingLead);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_lead_plans_publishes_copies_and_cancels_a_date_of_an_in_house_course()
    {
        var page = await (await Planned()).Press("Save this date as a draft");
        page.Shows(
            "Date planned as a draft", "10am to midday on 3 December 2026", "1pm to 4pm on 4 December 2026", "0 of 12",
            "This date is a draft");

        page = await (await page.Press("Publish")).Press("Publish this date");
        page.Answers(HttpStatusCode.BadRequest).Shows("Say where it takes place before you publish it");
        page = await (await page.Follow("3 December 2026")).Follow("Change");
        Assert.Equal("1pm", (await page.Fill("Session 2 begins", "1pm").Press("Add another session")).Value("Session 2 begins"));
        page = await page.Choose("Venue", Venue).Press("Save this date");
        page = await (await page.Press("Publish")).Press("Publish this date");
        page.Shows("Published. It can be booked from", Venue).DoesNotShow("is a draft");

        page = await (await page.Follow("Copy, once or as a series")).Fill("First day of the first copy", new DateOnly(2026, 12, 10))
            .Fill("How many copies?", "3").Press("Make the copies");
        page.Shows("2 dates planned as drafts. Left out: 25 December 2026 is a bank holiday", "10 December 2026", "17 December 2026");

        page = await (await lead.Open("/Courses/Dates")).Follow($"{page.All("tbody a")[0].TextContent.Split(',')[0]}, 3 December 2026");
        page = await (await page.Follow("Cancel this date")).Fill("What should they know?", "It is given in January.")
            .Press("Cancel this date");
        page.Shows("Date cancelled", "“It is given in January.”").DoesNotShow("Copy a date");
        (await lead.Open("/Courses/Dates")).DoesNotShow("3 December 2026");
    }

    [Fact]
    public async Task What_was_typed_stays_when_a_session_is_added_or_the_form_is_refused()
    {
        var page = await Planned();
        page = await page.Fill("Session 2 ends", "noon").Fill("How many places are there?", "lots").Press("Add another session");
        page.Answers(HttpStatusCode.OK).DoesNotShow("There is a problem");
        Assert.Equal(
            ("noon", "lots", ""), (page.Value("Session 2 ends"), page.Value("How many places are there?"), page.Value("Session 3 begins")));
        page = await page.Press("Save this date as a draft");
        page.Answers(HttpStatusCode.BadRequest).Shows("The end must be a time of day, for example 14:00");
        Assert.Equal(("noon", "lots"), (page.Value("Session 2 ends"), page.Value("How many places are there?")));
        page = await page.Fill("Session 2 ends", "12.30").Fill("How many places are there?", "12").Fill("Session 2 begins", "12:45")
            .Press("Save this date as a draft");
        page.Answers(HttpStatusCode.BadRequest).Shows("A session must end after it begins");
        page = await page.Fill("Session 2 ends", "16:00").Fill("What does cancelling later cost? (optional)", "1000000000")
            .Press("Save this date as a draft");
        page.Answers(HttpStatusCode.BadRequest).Shows("A fee must be between £0 and £10,000");
        Assert.Equal("1000000000", page.Value("What does cancelling later cost? (optional)"));
    }

    [Fact]
    public async Task People_are_named_and_their_needs_read_for_those_who_run_the_date_alone()
    {
        (await lead.Open($"/Courses/Dates/{made["runId"]}/People")).Shows("1 place taken", "Booked", "£50", "By agency")
            .DoesNotShow("Waive");
        var administrator = await app.SignedInAs(Role.TrainingAdministrator);
        var page = await administrator.Open($"/Courses/Dates/{made["runId"]}/People");
        var name = page.All("tbody th")[0].TextContent.Trim().Split('\n')[0].Trim();
        page = await administrator.Open(page.All("tbody td a")[0].GetAttribute("href")!);
        page = await page.Shows("No reason is asked for or kept").Press("Waive this charge");
        page.Shows("is waived", "£0 (waived)", name[..3]);
        (await (await app.SignedInAs(Role.Learner)).Open($"/Courses/Dates/{made["runId"]}/People")).Answers(HttpStatusCode.Forbidden);
        (await (await app.SignedInAs(Role.CourseProvider)).Open($"/Courses/Dates/{made["runId"]}/People")).Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task An_administrator_keeps_the_venues_and_no_confidential_address_is_stored()
    {
        (await lead.Open("/Courses/Venues")).Shows(Venue).DoesNotShow("Add a venue");
        var administrator = await app.SignedInAs(Role.TrainingAdministrator);
        var page = await (await (await administrator.Open("/Courses/Venues")).Press("Add a venue"))
            .Fill("Name", new string('v', 300)).Press("Add this venue");
        page.Answers(HttpStatusCode.BadRequest).Shows("Name must be 150 characters or fewer");
        page = await page.Fill("Name", "Ashgrove house").Fill("Address (optional)", "7 Hidden Lane")
            .Tick("Yes, and I have left the address empty").Press("Add this venue");
        page.Answers(HttpStatusCode.BadRequest).Shows("A confidential address is not stored here");
        page = await page.Fill("Address (optional)", "").Press("Add this venue");
        page.Shows("Ashgrove house added", "Confidential: those who are booked are told the address").DoesNotShow("Hidden Lane");
        page = await (await page.Follow("Ashgrove house")).Fill("Name", Venue.ToUpperInvariant()).Press("Save");
        page.Answers(HttpStatusCode.BadRequest).Shows("There is already a venue of this name");
    }

    private string Venue => $"Room of {app.AgencyAsync(DemoBorough.OwnAgency).Result.Name}";

    /// <summary>The form of a date of two sessions, filled in but for its venue.</summary>
    private async Task<WebPage> Planned()
    {
        var page = await lead.Open($"/Courses/{made["courseId"]}/Dates/Add");
        page = await page.Fill("Day of session 1", new DateOnly(2026, 12, 3)).Fill("Session 1 begins", "10:00")
            .Fill("Session 1 ends", "12:00")
            .Press("Add another session");
        return page.Fill("Day of session 2", new DateOnly(2026, 12, 4)).Fill("Session 2 begins", "13:00").Fill("Session 2 ends", "16:00")
            .Fill("How many places are there?", "12").Fill("Fewest people", "6").Fill("Last day to book", new DateOnly(2026, 12, 2));
    }
}
