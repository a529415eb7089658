using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Courses.Evaluations;
using Portal.Features.Courses.Register;
using Portal.Tests.Support;
using Portal.Tests.Support.Calendars;

namespace Portal.Tests.Features.Courses.Mine;

/// <summary>The borough’s learner and line manager, a course, and a date of it with one place.</summary>
public sealed partial class UsingOnesOwnBookings : IAsyncLifetime
{
    private const string Title = "Ask, listen and act";
    private PortalApp app = null!;
    private CourseRun run = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        run = await app.In(async (PortalDb db) =>
        {
            var partnership = await db.Partnerships.SingleAsync();
            var (provider, course) = BookingDesk.Course(partnership.Id, partnership.FrameworkCode, title: Title);
            course.Cover(partnership.FrameworkCode, [1, 2, 3, 4], ["L1.1"]);
            var made = BookingDesk.Run(course, places: 1, day: new(2026, 11, 20));
            db.AddRange(provider, course, made);
            await db.TrainingRecords.Where(r => db.Memberships.Any(m => m.StaffId == r.StaffId)).ExecuteDeleteAsync();
            await db.SaveAsync(Viewer.System(partnership.Id), "Prepared a test", default);
            return made;
        });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_calendar_reads_what_is_booked_by_a_secret_address_and_nothing_else_opens_it()
    {
        var (learner, visitor) = (await app.SignedInAs(Role.Learner), app.Visitor());
        var booked = await BookAsync(learner, "Book this place");
        await BookAsync(await app.SignedInAs(Role.LineManager), "Join the waiting list");

        var page = await (await (await learner.Open("/Courses/Places")).Follow("Show them in your calendar")).Press("Make an address");
        var feed = Feed().Match(page.Shows("It is shown this one time").Text).Value;
        (await learner.Open(page.Path)).Shows("Make a new address").DoesNotShow(feed);
        var answer = await visitor.Open(feed);
        Assert.Equal(("text/calendar; charset=utf-8", "no-store"), (answer.Headers["Content-Type"], answer.Headers["Cache-Control"]));
        var read = await ReadCalendar.OfAsync((await visitor.Fetch(feed)).Text);
        var entry = Assert.Single(read.Events);
        Assert.Equal(("PUBLISH", "Training", "20/11/2026 09:30"), (read.Method, entry.Title, Assert.Single(entry.Hours).Starts));
        Assert.Empty(entry.Attendees);
        Assert.DoesNotContain(Title, answer.Html, StringComparison.Ordinal);
        var secret = feed[^52..^4];
        Assert.False(await app.In((PortalDb db) => db.CalendarFeeds.AnyAsync(f => f.LinkHash.Contains(secret))));
        Assert.False(await app.In((PortalDb db) => db.AuditChanges.AnyAsync(c => c.New == secret || c.New == OneTimeLink.HashOf(secret))));

        var renewed = Feed().Match((await page.Press("Make a new address")).Text).Value;
        await OpensNothingAsync(feed, feed.Replace(secret, new string('0', 48)), "/Courses/Feed/.ics");
        await (await booked.Follow("Cancel this booking")).Press("Cancel this booking");
        Assert.Empty((await ReadCalendar.OfAsync((await visitor.Fetch(renewed)).Text)).Events);
        (await (await learner.Open(page.Path)).Press("Switch it off")).Shows("The address is switched off", "Make an address");
        await OpensNothingAsync(renewed);
    }

    [Fact]
    public async Task A_calendar_of_someone_who_has_left_or_cannot_sign_in_reads_nothing()
    {
        var learner = await app.SignedInAs(Role.Learner);
        var feed = Feed().Match((await (await learner.Open("/Courses/Places/Calendar")).Press("Make an address")).Text).Value;
        var email = DemoPeople.Email[Role.Learner];
        Task LockedAsync(DateTimeOffset? until) => app.In((PortalDb db) =>
            db.Users.Where(u => u.Email == email).ExecuteUpdateAsync(u => u.SetProperty(x => x.LockoutEnd, until)));
        await LockedAsync(DateTimeOffset.MaxValue);
        await OpensNothingAsync(feed);
        await LockedAsync(null);
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Fetch(feed)).Status);
        await app.In<PortalDb>(async db =>
        {
            var self = await db.Memberships.Where(m => m.StaffId != null && db.Users.Any(u => u.Id == m.UserId && u.Email == email))
                .Select(m => m.StaffId).FirstAsync();
            foreach (var post in await db.Posts.Where(p => p.StaffId == self && p.LeftOn == null).ToListAsync()) post.Leave(Given.Today);
            await db.SaveAsync(Viewer.System(run.PartnershipId), "Prepared a test", default);
        });
        await OpensNothingAsync(feed);
    }

    [Fact]
    public async Task What_is_to_come_and_what_one_waits_for_stand_together_here_and_on_home()
    {
        var (learner, manager) = (await app.SignedInAs(Role.Learner), await app.SignedInAs(Role.LineManager));
        await BookAsync(learner, "Book this place");
        await BookAsync(manager, "Join the waiting list");
        Assert.Contains(Title, Table(await learner.Open("/Courses/Places"), "Booked, the next first"), StringComparison.Ordinal);
        Assert.Contains(
            Title, Table(await manager.Open("/Courses/Places"), "Waiting for a place or an answer"), StringComparison.Ordinal);
        (await manager.Open("/")).Shows("Your bookings", "On the waiting list");
        var place = await (await (await learner.Open("/Courses")).Follow("Your bookings")).Follow($"{Title}, 9:30am on 20 November 2026");
        place.Shows("Your place is booked", "another date", "You need not say why");
    }

    [Fact]
    public async Task What_was_attended_leads_to_its_certificate_and_asks_a_few_questions_once()
    {
        await BookAsync(await app.SignedInAs(Role.Learner), "Book this place");
        var system = Viewer.System(run.PartnershipId);
        app.Clock.Now = run.EndsAt.AddHours(1);
        await app.In<MarkRegister>(async register => await register.RunAsync(system, run.Id,
            [await app.In((PortalDb db) => db.Bookings.Where(b => b.RunId == run.Id).Select(b => b.Id).SingleAsync())],
            BookingState.Attended, default));
        app.Clock.Now = UkClock.At(new(2026, 11, 21), new(9, 0));
        Assert.NotNull(await app.In((AskForEvaluationsJob job) => job.RunAsync(default)));

        var learner = await app.SignedInAs(Role.Learner);
        var list = (await learner.Open("/Courses/Places")).Shows("Past and ended", "Attended");
        (await list.Follow($"Certificate of {Title}, 9:30am on 20 November 2026")).Shows("Certificate of attendance", Title);
        var questions = await list.Follow($"A few questions about {Title}, 9:30am on 20 November 2026");
        (await questions.Press("Send")).Answers(HttpStatusCode.BadRequest).Shows("Choose a number for");
        var radio = questions.All("fieldset legend").Single().TextContent.Trim();
        (await questions.Choose(radio, "4").Press("Send")).Shows("Thank you").DoesNotShow("A few questions");
        (await learner.Open(questions.Path)).Answers(HttpStatusCode.NotFound);
        Assert.Equal(1, await app.In((PortalDb db) => db.EvaluationReplies.CountAsync()));
        (await (await (await learner.Open("/")).Press("See your records"))
            .Follow($"Certificate of attendance, {Title} of 20 November 2026")).Shows(Title);
    }

    private static string Table(WebPage page, string caption) =>
        page.All("table").Single(t => t.QuerySelector("caption")!.TextContent.Trim() == caption).TextContent;

    private async Task<WebPage> BookAsync(FrontDoor door, string button) =>
        await (await door.Open($"/Courses/Dates/{run.Id}/Book")).Press(button);

    private async Task OpensNothingAsync(params string[] addresses)
    {
        foreach (var address in addresses) Assert.Equal(HttpStatusCode.NotFound, (await app.Visitor().Fetch(address)).Status);
    }

    [GeneratedRegex("/Courses/Feed/[0-9a-f]{48}\\.ics")] private static partial Regex Feed();
}
