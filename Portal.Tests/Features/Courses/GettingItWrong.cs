using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;
using Portal.Tests.Support.Courses;

namespace Portal.Tests.Features.Courses;

/// <summary>What people type by mistake or by design into the forms of courses: a sentence beside the field, and nothing is lost.</summary>
public sealed class GettingItWrong : IAsyncLifetime
{
    private const string Fee = "What does cancelling later cost? (optional)", Places = "How many places are there?";
    private static readonly string Long = new('n', 300);
    private PortalApp app = null!;
    private Dictionary<string, Guid> made = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        var own = await app.AgencyAsync(DemoBorough.OwnAgency);
        made = await app.In((PortalDb db) => MadeUpRun.WriteAsync(db, own.Id));
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_date_whose_hours_cannot_be()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var page = await (await lead.Open($"/Courses/{made["courseId"]}/Dates/Add")).Press("Add another session");
        page.Fill(Places, "12").Fill("Fewest people", "6").Fill("Last day to book", new DateOnly(2026, 12, 2));
        foreach (var (first, second, sentence) in new[]
        {
            (("3 12 2026", "10:00", "12:00"), ("3 12 2026", "11:00", "13:00"), "Two sessions are at the same time"),
            (("3 12 2026", "16:00", "10:00"), ("4 12 2026", "13:00", "16:00"), "A session must end after it begins"),
            (("3 12 2026", "10:00", "10:00"), ("4 12 2026", "13:00", "16:00"), "A session must end after it begins"),
            (("27 3 2027", "10:00", "16:00"), ("28 3 2027", "1:30", "2:15"),
                "The clocks go forward on 28 March 2027, and the session is in the hour that is missing"),
        })
        {
            page = await Session(Session(page, 1, first), 2, second).Press("Save this date as a draft");
            Beside(page, sentence);
            Assert.Equal(
                (first.Item2, second.Item3, "12"), (page.Value("Session 1 begins"), page.Value("Session 2 ends"), page.Value(Places)));
        }
        page = await Session(Session(page, 1, ("27 3 2027", "10:00", "16:00")), 2, ("29 3 2027", "10:00", "16:00"))
            .Fill(Fee, "£1,000,000,000").Press("Save this date as a draft");
        Beside(page, "A fee must be between £0 and £10,000");
        Assert.Equal("£1,000,000,000", page.Value(Fee));
        page = await page.Fill(Fee, "25").Press("Save this date as a draft");
        // Over the night on which the clocks go forward, and by the clock on the wall.
        page.Answers(HttpStatusCode.OK).Shows("10am to 4pm on 27 March 2027", "10am to 4pm on 29 March 2027");
    }

    [Fact]
    public async Task Fewer_places_than_are_taken()
    {
        var run = await app.In((PortalDb db) => MadeUpPlace.RunAsync(db, Partnership(db), app.Clock.Now, places: 3));
        await app.In(async (PortalDb db) =>
        {
            foreach (var post in await db.Posts.Where(p => p.LeftOn == null).OrderBy(p => p.Id).Take(2).ToListAsync())
                await MadeUpPlace.PlaceAsync(db, run, post.AgencyId, post.StaffId, app.Clock.Now);
        });
        var administrator = await app.SignedInAs(Role.TrainingAdministrator);
        var page = await (await administrator.Open($"/Courses/Dates/{run.Id}/Edit")).Fill(Places, "1")
            .Fill("How to join or get in (optional)", "Ring at the side door").Press("Save this date");
        Beside(page, "2 places are booked or offered already, so there cannot be fewer");
        Assert.Equal("Ring at the side door", page.Value("How to join or get in (optional)").Trim());
        (await page.Fill(Places, "2").Press("Save this date")).Answers(HttpStatusCode.OK).Shows("Date changed");
    }

    [Fact]
    public async Task Names_of_300_characters_and_a_price_of_a_thousand_million()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await commissioner.Open("/Courses/Add")).Fill("Title", Long).Fill("What people learn", "Noticing")
            .Fill("Hours of learning", "3").Choose("How is it taken?", "Live online")
            .Choose("Who may book it?", "Everyone in the partnership").Fill("Price of a place", "50").Press("Add this course");
        Beside(page, "Title must be 150 characters or fewer");
        Assert.Equal((Long, "Noticing"), (page.Value("Title"), page.Value("What people learn").Trim()));
        var provider = (await app.In((PortalDb db) => db.Providers.OrderBy(p => p.Name).FirstAsync())).Name;
        page = page.Fill("Title", "Noticing").Choose("Who gives it?", provider);
        foreach (var (price, sentence) in new[]
        {
            ("1000000000", "Price must be between £0 and £10,000"), ("£1,000,000,000", "Price must be between £0 and £10,000"),
            ("-1", "Price must be between £0 and £10,000"),
            ("99999999999999999999999", "Price must be an amount of money, like 1200 or £1,200.50"),
        })
        {
            page = await page.Fill("Price of a place", price).Press("Add this course");
            Beside(page, sentence);
            Assert.Equal((price, "Noticing"), (page.Value("Price of a place"), page.Value("Title")));
        }
        (await page.Fill("Price of a place", "50").Press("Add this course")).Shows("Noticing added");

        page = await (await commissioner.Open("/Courses/Providers/Add")).Fill("Name", Long).Fill("Email address", "office@larch.example")
            .Press("Add this provider");
        Beside(page, "Name must be 150 characters or fewer");
        Assert.Equal((Long, "office@larch.example"), (page.Value("Name"), page.Value("Email address")));
    }

    [Fact]
    public async Task The_register_of_a_date_that_has_not_begun()
    {
        var lead = await app.SignedInAs(Role.TrainingLead);
        var address = $"/Courses/Dates/{made["runId"]}/Register";
        var (name, agency) = await app.In(async (PortalDb db) =>
        {
            var booking = await db.Bookings.SingleAsync(b => b.RunId == new Id<CourseRun>(made["runId"]));
            return ((await db.Staff.SingleAsync(s => s.Id == booking.StaffId)).Name, booking.AgencyId);
        });
        var (register, walkIn) = (await lead.Open(address), await lead.Open($"{address}/WalkIn"));
        Beside(await walkIn.Fill("Their work email", $"{Long}@larch.example").Press("Add to the register"),
            "Work email must be 200 characters or fewer");
        app.Clock.Advance(-TimeSpan.FromDays(2));
        (await lead.Open(address)).Shows("The register opens when the first session begins").DoesNotShow("Did not attend");
        (await register.Press($"Did not attend: {name}")).Answers(HttpStatusCode.BadRequest)
            .Shows("There is a problem", "The register opens when the first session begins");
        var email = await app.In((PortalDb db) => db.Posts.Where(p => p.LeftOn == null && p.AgencyId == agency)
            .Join(db.Staff.Where(s => s.Email != null && s.Name != name), p => p.StaffId, s => s.Id, (_, s) => s.Email).FirstAsync());
        (await walkIn.Fill("Their work email", email!).Press("Add to the register")).Answers(HttpStatusCode.BadRequest)
            .Shows("There is a problem", "The register opens when the first session begins");
        Assert.True(await app.In((PortalDb db) => db.Bookings.AllAsync(b => b.RunId != new Id<CourseRun>(made["runId"])
            || b.State == BookingState.Booked)));
    }

    [Fact]
    public async Task A_place_for_someone_of_another_agency()
    {
        var run = await app.In((PortalDb db) => MadeUpPlace.RunAsync(db, Partnership(db), app.Clock.Now));
        var other = await app.AgencyAsync(DemoBorough.AnotherAgency);
        var theirs = await app.In((PortalDb db) => db.Posts.Where(p => p.AgencyId == other.Id && p.LeftOn == null).OrderBy(p => p.Id)
            .Join(db.Staff, p => p.StaffId, s => s.Id, (_, s) => s).FirstAsync());
        var lead = await app.SignedInAs(Role.TrainingLead);
        var page = await lead.Open($"/Courses/Dates/{run.Id}/Colleagues/Check?Chosen={theirs.Id}&AgencyId={other.Id}");
        page.DoesNotShow(theirs.Name);
        Assert.Equal(0, await app.In((PortalDb db) => db.Bookings.CountAsync(b => b.RunId == run.Id)));
    }

    [Fact]
    public async Task A_code_of_a_certificate_that_was_made_up()
    {
        var visitor = app.Visitor();
        foreach (var code in new[] { "ABCD-EFGH-JKMN-PQRS", "%", "' OR 1=1 --", Long })
            (await visitor.Open($"/Certificates?Code={Uri.EscapeDataString(code)}")).Answers(HttpStatusCode.OK)
                .Shows("There is no certificate with this code");
    }

    private static WebPage Session(WebPage page, int number, (string Day, string Starts, string Ends) hours)
    {
        var day = hours.Day.Split(' ').Select(int.Parse).ToList();
        return page.Fill($"Day of session {number}", new DateOnly(day[2], day[1], day[0])).Fill($"Session {number} begins", hours.Starts)
            .Fill($"Session {number} ends", hours.Ends);
    }

    /// <summary>The sentence stands above with a link to its field, and beside that.</summary>
    private static void Beside(WebPage page, string sentence)
    {
        page.Answers(HttpStatusCode.BadRequest).Shows("There is a problem", sentence);
        var link = Assert.Single(page.All(".govuk-error-summary a"), a => a.TextContent.Trim() == sentence);
        Assert.Single(page.All(link.GetAttribute("href")!));
        Assert.Single(page.All(".govuk-error-message"), e => e.TextContent.Contains(sentence, StringComparison.Ordinal));
    }

    private static Id<Partnership> Partnership(PortalDb db) => db.Partnerships.Select(p => p.Id).Single();
}
