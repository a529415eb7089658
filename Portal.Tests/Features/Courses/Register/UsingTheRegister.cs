using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;
using Portal.Tests.Support.Courses;

namespace Portal.Tests.Features.Courses.Register;

public sealed class UsingTheRegister : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor lead = null!;
    private string address = null!, name = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        var homes = await app.AgencyAsync(DemoBorough.OwnAgency);
        var made = await app.In((PortalDb db) => MadeUpRun.WriteAsync(db, homes.Id));
        address = $"/Courses/Dates/{made["runId"]}/Register";
        name = await app.In((PortalDb db) => db.Bookings.Where(b => b.RunId == new Id<CourseRun>(made["runId"]))
            .Join(db.Staff, b => b.StaffId, s => s.Id, (b, s) => s.Name).SingleAsync());
        lead = await app.SignedInAs(Role.TrainingLead);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Each_mark_is_saved_at_its_press_and_can_be_taken_back()
    {
        var page = await lead.Open(address);
        page = await page.Shows("0 of 1 person marked").Press($"Attended: {name}");
        page.Answers(HttpStatusCode.BadRequest).Shows("There is another session. Mark who attended from 10am on 22 November 2026");
        page = await page.Press($"Did not attend: {name}");
        page.Shows("1 of 1 person marked", "Did not attend");
        page = await page.Press($"Take back the mark of {name}");
        page.Shows("0 of 1 person marked");

        app.Clock.Now = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);
        lead = await app.SignedInAs(Role.TrainingLead);
        (await lead.Open("/")).Shows("Mark the register of Noticing the signs on 22 November 2026");
        page = await (await lead.Open(address)).Press($"Attended: {name}");
        page.Shows("1 of 1 person marked");
        (await lead.Open("/")).DoesNotShow("Mark the register");
    }

    [Fact]
    public async Task Who_came_without_a_place_is_found_by_their_work_email()
    {
        var agency = (await app.AgencyAsync(DemoBorough.OwnAgency)).Id;
        var person = await app.In((PortalDb db) => db.Staff.Where(s => s.Name != name && s.Email != null
            && db.Posts.Any(p => p.StaffId == s.Id && p.LeftOn == null && p.AgencyId == agency)).OrderBy(s => s.Id).FirstAsync());
        var page = await (await lead.Open(address)).Follow("Add someone who came without a place");
        page = await page.Fill("Their work email", "nobody@nowhere.example").Press("Add to the register");
        page.Answers(HttpStatusCode.BadRequest).Shows("Nobody of the agency whose course this is has this work email");
        (await page.Fill("Their work email", person.Email!).Press("Add to the register")).Shows($"{person.Name} is on the register",
            "All 2 not yet marked attended");
    }

    [Fact]
    public async Task On_paper_there_is_a_line_for_each_and_six_more() =>
        Assert.Equal(1 + 6, (await lead.Open(address)).All(".app-print-only tbody tr").Count);

    [Fact]
    public async Task It_is_for_those_who_run_the_date()
    {
        (await (await app.SignedInAs(Role.Learner)).Open(address)).Answers(HttpStatusCode.Forbidden);
        (await (await app.SignedInAs(Role.CourseProvider)).Open(address)).Answers(HttpStatusCode.NotFound);
        (await (await app.SignedInAs(Role.TrainingAdministrator)).Open(address)).Shows(name);
    }
}
