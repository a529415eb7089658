using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Staff;

public sealed class UsingTheStaffPages : IAsyncLifetime
{
    private PortalApp app = null!;
    private FrontDoor lead = null!;
    private StaffMember own = null!, elsewhere = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        lead = await app.SignedInAs(Role.TrainingLead);
        (own, elsewhere) = (await SomeoneAsync(DemoBorough.OwnAgency), await SomeoneAsync(DemoBorough.AnotherAgency));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Adds_a_person_and_keeps_what_was_typed_when_something_is_wrong()
    {
        var form = await lead.Open("/Staff/Add");
        var again = await form.Fill("Full name", "Zuri Test").Fill("Line manager’s email address (optional)", "nobody@nowhere.example")
            .Press("Add this person");
        again.Answers(HttpStatusCode.BadRequest).Shows("There is a problem", "Enter the job title");
        Assert.Equal("Zuri Test", again.Value("Full name"));
        again = await again.Fill("Job title", "Night warden").Press("Add this person");
        again.Answers(HttpStatusCode.BadRequest).Shows("Nobody at this agency has this email address");

        var page = await again.Fill("Line manager’s email address (optional)", "").Fill("Start date (optional)", new DateOnly(2026, 11, 2))
            .Press("Add this person");
        page.Shows("Zuri Test added", "Zuri Test’s job is not mapped to a level yet", "From 2 November 2026");
        (await lead.Open("/Staff?Search=zuri")).Shows("1 person", "Night warden");
    }

    [Theory]
    [InlineData("")]
    [InlineData("/Edit")]
    [InlineData("/Jobs/Add")]
    [InlineData("/Training/Add")]
    [InlineData("/ReportError")]
    [InlineData("/Return")]
    public async Task Does_not_find_a_person_of_another_agency(string page) =>
        (await lead.Open($"/Staff/{elsewhere.Id}{page}")).Answers(HttpStatusCode.NotFound).DoesNotShow(elsewhere.Name);

    [Fact]
    public async Task Refuses_a_form_that_was_opened_before_someone_else_saved()
    {
        var mine = await lead.Open($"/Staff/{own.Id}/Edit");
        var theirs = await lead.Open($"/Staff/{own.Id}/Edit");
        (await theirs.Fill("Full name", "Changed First").Press("Save")).Shows("Details saved");
        var refused = await mine.Fill("Full name", "Changed Second").Press("Save");
        refused.Answers(HttpStatusCode.BadRequest).Shows("Someone changed this while you were looking. Check it and try again");
        Assert.Equal("Changed Second", refused.Value("Full name"));
    }

    [Fact]
    public async Task Training_is_entered_with_its_certificate_verified_by_another_and_downloaded_safely()
    {
        var form = await lead.Open($"/Staff/{own.Id}/Training/Add");
        (await form.Press("Add to the record")).Answers(HttpStatusCode.BadRequest)
            .Shows("Select the level of the training", "Enter the name of the course", "Enter the date achieved");
        var page = await form.Choose("Which level does it train for?", "Level 1: Recognise and respond")
            .Fill("Name of the course", "Paper day")
            .Fill("Date achieved", new DateOnly(2026, 5, 3))
            .Upload("Certificate or other evidence (optional)", "card.pdf", Encoding.ASCII.GetBytes("%PDF-1.7 card"))
            .Press("Add to the record");
        page.Shows("Training added. It counts once a second person has verified it", "Waiting to be verified");
        (await lead.Open("/Staff/ToVerify")).Shows("Paper day", "Someone else must decide");

        var recordId = await app.In((PortalDb db) => db.TrainingRecords.Where(r => r.Course == "Paper day").Select(r => r.Id)
            .SingleAsync());
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var decide = await commissioner.Open($"/Staff/Training/{recordId}");
        (await decide.Press("Save the decision")).Answers(HttpStatusCode.BadRequest).Shows("Select whether you accept this training");
        (await decide.Choose("Do you accept this training?", "Yes, I have seen the evidence").Press("Save the decision"))
            .Shows("is verified and counts from now on");
        (await lead.Open($"/Staff/{own.Id}"))
            .Shows("Achieved on 3 May 2026 + 36 months = 3 May 2029", "A verified record is never changed");

        var file = await lead.Open($"/Staff/Training/{recordId}/Evidence");
        Assert.Equal(("application/pdf", "nosniff"), (file.Headers["Content-Type"], file.Headers["X-Content-Type-Options"]));
        Assert.StartsWith("attachment", file.Headers["Content-Disposition"], StringComparison.Ordinal);
        (await (await app.SignedInAs(Role.LineManager)).Open($"/Staff/Training/{Id<TrainingRecord>.New()}/Evidence"))
            .Answers(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Evidence_that_lies_about_its_kind_is_refused_beside_its_field()
    {
        var form = await lead.Open($"/Staff/{own.Id}/Training/Add");
        var page = await form.Choose("Which level does it train for?", "Level 1: Recognise and respond")
            .Fill("Name of the course", "Paper day")
            .Fill("Date achieved", new DateOnly(2026, 5, 3))
            .Upload("Certificate or other evidence (optional)", "card.pdf", [0x4D, 0x5A, 0, 1, 2, 3]).Press("Add to the record");
        page.Answers(HttpStatusCode.BadRequest).Shows("Choose a PDF, a Word document or a photo (PNG or JPEG)");
        Assert.Equal("Paper day", page.Value("Name of the course"));
    }

    [Fact]
    public async Task A_claim_says_that_it_is_self_rated()
    {
        var learner = await app.SignedInAs(Role.Learner);
        var form = await learner.Open("/Staff/Claim");
        var page = await form.Choose("Which level does it train for?", "Level 2: Ask and act").Fill("Name of the course", "Elsewhere day")
            .Fill("Date achieved", new DateOnly(2026, 5, 3)).Press("Send");
        page.Shows(
            "Whoever decides at your agency is told now", "Self-rated, waiting to be verified",
            "Does not count until a second person has verified it");
    }

    [Fact]
    public async Task Looking_from_outside_the_agency_leaves_a_line_in_the_audit()
    {
        await (await app.SignedInAs(Role.Commissioner)).Open($"/Staff/{own.Id}");
        await lead.Open($"/Staff/{own.Id}");
        var lines = await app.In((PortalDb db) => db.AuditEntries.Where(e => e.What == $"Looked at the training record of {own.Name}")
            .Select(e => new { e.Role, e.AgencyId }).ToListAsync());
        Assert.Equal(Role.Commissioner, Assert.Single(lines).Role);
        Assert.NotNull(lines[0].AgencyId);
    }

    [Fact]
    public async Task The_file_holds_the_people_of_the_list()
    {
        var file = await lead.Fetch("/Staff/Export?Level=3");
        Assert.Equal(("staff.csv", "text/csv; charset=utf-8"), (file.FileName, file.ContentType));
        var lines = file.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.StartsWith("Name,Email,Agency,Job", lines[0], StringComparison.Ordinal);
        (await lead.Open("/Staff?Level=3")).Shows(lines.Length == 2 ? "1 person" : $"{lines.Length - 1} people");
    }

    [Fact]
    public async Task A_job_title_is_mapped_to_a_likely_role()
    {
        await app.In(async (PortalDb db) =>
        {
            var post = await db.Posts.FirstAsync(p => p.StaffId == own.Id && p.LeftOn == null);
            var title = new JobTitle { PartnershipId = post.PartnershipId, AgencyId = post.AgencyId, Title = "Senior housing officer" };
            db.Add(title);
            post.JobTitleId = title.Id;
            await db.SaveAsync(Viewer.System(post.PartnershipId), "Changed a job", default);
        });
        var page = await (await lead.Open("/Staff/Titles")).Follow("Map Senior housing officer to another");
        (await page.Press("Save")).Answers(HttpStatusCode.BadRequest).Shows("Select a job role");
        (await page.Choose("Job role", "Housing officer").Press("Save")).Shows("Senior housing officer is mapped");
        (await lead.Open($"/Staff/{own.Id}"))
            .Shows($"Senior housing officer at {DemoBorough.OwnAgency} is mapped to the job role “Housing officer”, which needs level 2");
    }

    [Fact]
    public async Task An_error_in_a_record_is_reported_to_the_training_lead()
    {
        var page = await (await lead.Open($"/Staff/{own.Id}")).Follow("Report an error in this record");
        (await page.Press("Send")).Answers(HttpStatusCode.BadRequest).Shows("Say what is wrong");
        (await page.Fill("What is wrong?", "The date is a year too late").Press("Send")).Shows("Sent to the training lead");
        var mail = await app.In((PortalDb db) => db.Outbox.SingleAsync(m => m.Kind == "RecordErrorMail"));
        Assert.Contains("The date is a year too late", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(own.Name, mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Someone_leaves_and_comes_back()
    {
        var job = await app.In((PortalDb db) => db.Posts.SingleAsync(p => p.StaffId == own.Id && p.LeftOn == null));
        var form = await lead.Open($"/Staff/{own.Id}/Jobs/{job.Id}/Leave");
        (await form.Fill("Last day in the job", new DateOnly(2031, 1, 1)).Press("Save")).Answers(HttpStatusCode.BadRequest)
            .Shows("Last day must be within the next 12 months");
        (await form.Fill("Last day in the job", new DateOnly(2026, 11, 13)).Press("Save")).Shows("leaves this job after 13 November 2026");
        (await lead.Open($"/Staff/{own.Id}")).Answers(HttpStatusCode.NotFound);
        var back = await (await lead.Open($"/Staff/Left?Search={Uri.EscapeDataString(own.Name)}")).Follow($"Comes back: {own.Name}");
        (await back.Press("Add this job")).Shows($"{own.Name} is back on the staff list");
    }

    private Task<StaffMember> SomeoneAsync(string agency) => app.In((PortalDb db) => (
        from person in db.Staff
        join post in db.Posts on person.Id equals post.StaffId
        join at in db.Agencies on post.AgencyId equals at.Id
        join title in db.JobTitles on post.JobTitleId equals title.Id
        where at.Name == agency && post.LeftOn == null && title.JobRoleId != null && db.Posts.Count(p => p.StaffId == person.Id) == 1
        orderby person.Name
        select person).AsNoTracking().FirstAsync());
}
