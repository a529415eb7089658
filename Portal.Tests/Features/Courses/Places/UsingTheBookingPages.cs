using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Courses.Places;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Courses.Places;

/// <summary>The borough's learner and line manager, a course that leads to every level, and a date of it with one place.</summary>
public sealed partial class UsingTheBookingPages : IAsyncLifetime
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
            course.Cover(partnership.FrameworkCode, [1, 2, 3, 4], []);
            var made = BookingDesk.Run(course, places: 1, day: new(2026, 11, 20), joining: "Ring at the side door");
            db.AddRange(provider, course, made);
            await db.TrainingRecords.Where(r => db.Memberships.Any(m => m.StaffId == r.StaffId)).ExecuteDeleteAsync();
            await db.SaveAsync(Viewer.System(partnership.Id), "Prepared a test", default);
            return made;
        });
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task From_home_it_is_three_clicks_to_a_place_and_two_to_give_it_back()
    {
        var learner = await app.SignedInAs(Role.Learner);
        var home = (await learner.Open("/")).Shows("Courses for you", Title, "In a room", "1 left");
        var check = (await home.Follow($"Book {Title}, Friday 20 November 2026, 9:30am to 4:30pm"))
            .Shows("Check your booking", "£50, charged to your agency", "Free until midnight on 14 November 2026, then £25")
            .DoesNotShow("Ring at the side door");
        check.Fill("What do you need to be able to take part? (optional)", "A seat near the door");
        var done = await check.Press("Book this place");
        done.Shows("Your place is booked", "Ring at the side door", "Add it to your calendar").DoesNotShow("near the door");
        var file = await learner.Fetch($"{done.Path}/Calendar");
        Assert.Equal(("text/calendar; charset=utf-8", "training.ics"), (file.ContentType, file.FileName));
        Assert.Contains("SUMMARY:Training", file.Text);
        (await learner.Open("/")).Shows("Your bookings", Title, "Booked").DoesNotShow($"Book {Title}");
        (await learner.Open($"/Courses/Dates/{run.Id}")).Shows("Booked", "See your booking").DoesNotShow("Ring at the side door");

        var cancel = await done.Follow("Cancel this booking");
        (await cancel.Shows("Your agency is charged £25").Press("Cancel this booking")).Shows("Your booking is cancelled", "Cancelled");
        Assert.Equal(HttpStatusCode.NotFound, (await learner.Fetch($"{done.Path}/Calendar")).Status);
        (await cancel.Press("Cancel this booking")).Answers(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_form_that_is_sent_again_leads_to_the_one_place_it_booked()
    {
        var check = await (await app.SignedInAs(Role.Learner)).Open($"/Courses/Dates/{run.Id}/Book");
        var done = (await check.Press("Book this place")).Shows("Your place is booked");
        var again = (await check.Press("Book this place")).Shows("You have saved this form already, and it was not saved again");
        Assert.Equal(done.Path, again.Path);
        Assert.Equal(1, await app.In((PortalDb db) => db.Bookings.CountAsync(b => b.RunId == run.Id)));
    }

    [Fact]
    public async Task Whoever_comes_second_waits_is_offered_the_place_and_answers_from_home()
    {
        var (learner, manager) = (await app.SignedInAs(Role.Learner), await app.SignedInAs(Role.LineManager));
        var first = await (await learner.Open($"/Courses/Dates/{run.Id}/Book")).Press("Book this place");
        var date = (await manager.Open($"/Courses/Dates/{run.Id}")).Shows("None left", "Join the waiting list");
        var check = (await date.Follow("Join the waiting list")).Shows("You would be 1st on the waiting list");
        var waiting = (await check.Press("Join the waiting list")).Shows("You are on the waiting list", "You are 1st of 1");
        (await check.Press("Join the waiting list")).Shows("You have saved this form already", "You are 1st of 1");
        (await learner.Open(waiting.Path)).Answers(HttpStatusCode.NotFound);
        (await manager.Open(first.Path)).Answers(HttpStatusCode.NotFound);
        (await manager.Open($"{first.Path}/Cancel")).Answers(HttpStatusCode.NotFound);

        await (await first.Follow("Cancel this booking")).Press("Cancel this booking");
        var offer = await (await manager.Open("/")).Shows("Answer by").Follow($"Take or turn down the place on {Title}");
        (await offer.Shows("A place is free for you", "It is yours if you answer by").Press("Take this place"))
            .Shows("You have taken the place", "Your place is booked", "Ring at the side door");
        (await offer.Press("Turn it down")).Answers(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_offer_is_answered_by_its_link_without_an_account_and_looking_changes_nothing()
    {
        var (learner, manager) = (await app.SignedInAs(Role.Learner), await app.SignedInAs(Role.LineManager));
        var first = await (await learner.Open($"/Courses/Dates/{run.Id}/Book")).Press("Book this place");
        var waiting = await (await manager.Open($"/Courses/Dates/{run.Id}/Book")).Press("Join the waiting list");
        await (await first.Follow("Cancel this booking")).Press("Cancel this booking");
        var code = CodeInLink().Match(await app.In((PortalDb db) =>
            db.Outbox.Where(m => m.Kind == nameof(PlaceOfferedMail)).Select(m => m.Text).SingleAsync())).Value;

        var visitor = app.Visitor();
        for (var look = 0; look < 3; look++) (await visitor.Open($"/Courses/Offer?code={code}")).Shows(Title, "Either answer is final");
        (await visitor.Open($"/Courses/Approve?code={code}")).Shows("There is nothing to answer here").DoesNotShow(Title);
        (await visitor.Open("/Courses/Offer?code=guessed")).Shows("There is nothing to answer here").DoesNotShow(Title);
        var form = await visitor.Open($"/Courses/Offer?code={code}");
        Assert.NotEqual(
            HttpStatusCode.OK, (await visitor.PostWithoutForm($"/Courses/Offer?code={code}", ("Accept", "true"))).Status);
        (await form.Press("Take this place")).Shows("You have taken the place", "There is nothing to answer here").DoesNotShow(Title);
        (await form.Press("Turn it down")).Answers(HttpStatusCode.BadRequest);
        (await manager.Open(waiting.Path)).Shows("Your place is booked");
    }

    [Fact]
    public async Task Where_the_button_would_be_stands_the_reason()
    {
        app.Clock.Now = run.ClosesAt;
        var learner = await app.SignedInAs(Role.Learner);
        (await learner.Open($"/Courses/Dates/{run.Id}")).Shows("Booking closed at 5pm on 19 November 2026.").DoesNotShow("Book a place");
        (await (await app.SignedInAs(Role.BoardMember)).Open($"/Courses/Dates/{run.Id}")).Shows(Title).DoesNotShow("Book a place");
    }

    [GeneratedRegex("(?<=code=)[0-9a-f]{48}")] private static partial Regex CodeInLink();
}
