using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Evaluations;
using Portal.Features.Courses.Places;
using Portal.Features.Courses.Register;
using Portal.Tests.Support;
using Portal.Tests.Support.Courses;

namespace Portal.Tests.Features.Courses;

/// <summary>Each link in a message by which someone answers about a course without an account.</summary>
public sealed partial class UsingALinkOnce : IAsyncLifetime
{
    private const string Nothing = "There is nothing to answer here", Gone = "This link no longer works";
    private PortalApp app = null!;
    private Viewer system = null!;
    private List<StaffMember> people = null!;
    private Id<Agency> agency;

    /// <param name="Page">Where it leads.</param>
    /// <param name="Answer">What is pressed there.</param>
    /// <param name="Mail">The message that it stands in.</param>
    /// <param name="LastsDays">It is surely over after so many days.</param>
    public sealed record Link(Type Page, string Path, string Answer, string Mail, int LastsDays);

    private static readonly Link[] All =
    [
        new(typeof(OfferModel), "/Courses/Offer", "Take this place", nameof(PlaceOfferedMail), 1),
        new(typeof(ApproveModel), "/Courses/Approve", "Agree", nameof(PlaceToAgreeMail), 3),
        new(typeof(EvaluateModel), "/Courses/Evaluate", "Send", nameof(EvaluationMail), EvaluationRequest.OpenForDays + 1),
    ];

    public static TheoryData<string> Paths => [.. All.Select(l => l.Path)];

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        var own = await app.AgencyAsync(DemoBorough.OwnAgency);
        (agency, system) = (own.Id, Viewer.System(own.PartnershipId));
        people = await app.In((PortalDb db) => db.Staff.Where(s => s.Email != null && db.Posts.Any(p => p.StaffId == s.Id
            && p.AgencyId == agency && p.LeftOn == null)).OrderBy(s => s.Id).Take(2).ToListAsync());
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>So that a page with a new kind of link is tried here too.</summary>
    [Fact]
    public void These_are_all_of_them() => Assert.Equal(
        All.Select(l => l.Page).OrderBy(t => t.Name),
        typeof(OfferModel).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(PageModel)) && t.GetProperty("Code") is not null
            && t.IsDefined(typeof(AllowAnonymousAttribute), false)
            && t.Namespace!.StartsWith("Portal.Features.Courses", StringComparison.Ordinal)
            && t.GetMethods().Any(m => m.Name.StartsWith("OnPost", StringComparison.Ordinal))).OrderBy(t => t.Name));

    [Theory, MemberData(nameof(Paths))]
    public async Task Says_nothing_to_a_stranger(string path)
    {
        var (link, code, course) = await SentAsync(path);
        var stranger = app.Visitor();
        string?[] guesses =
        [
            null, "", "guessed", new('0', 48), code[..^1] + (code[^1] == '0' ? '1' : '0'), code[..^1], OneTimeLink.HashOf(code),
        ];
        foreach (var guess in guesses)
            (await stranger.Open($"{path}?code={guess}")).Answers(HttpStatusCode.OK).Shows(Nothing)
                .DoesNotShow([course, .. people.Select(p => p.Name)]);
        foreach (var other in All.Where(l => l != link))
            (await stranger.Open($"{other.Path}?code={code}")).Shows(Nothing).DoesNotShow(course);
        Assert.NotEqual(
            HttpStatusCode.OK, (await stranger.PostWithoutForm($"{path}?code={code}", ("Accept", "true"), ("Agree", "true"))).Status);
        (await stranger.Open($"{path}?code={code}")).Shows(course);
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Works_once_however_often_it_was_looked_at(string path)
    {
        var (link, code, course) = await SentAsync(path);
        var reader = app.Visitor();
        var before = await StateAsync();
        var (form, replayed) = (await reader.Open($"{path}?code={code}"), await reader.Open($"{path}?code={code}"));
        Assert.Equal(before, await StateAsync());
        (await form.Press(link.Answer)).Answers(HttpStatusCode.OK).Shows(Nothing).DoesNotShow(course);
        var after = await StateAsync();
        Assert.NotEqual(before, after);
        (await replayed.Press(link.Answer)).Answers(HttpStatusCode.BadRequest).Shows(Gone).DoesNotShow(course);
        (await reader.Open($"{path}?code={code}")).Shows(Nothing).DoesNotShow(course);
        Assert.Equal(after, await StateAsync());
    }

    [Theory, MemberData(nameof(Paths))]
    public async Task Expires_also_in_a_window_that_stayed_open(string path)
    {
        var (link, code, course) = await SentAsync(path);
        var reader = app.Visitor();
        var form = await reader.Open($"{path}?code={code}");
        var before = await StateAsync();
        app.Clock.Advance(TimeSpan.FromDays(link.LastsDays));
        (await reader.Open($"{path}?code={code}")).Shows(Nothing).DoesNotShow(course);
        (await form.Press(link.Answer)).Answers(HttpStatusCode.BadRequest).Shows(Gone).DoesNotShow(course);
        Assert.Equal(before, await StateAsync());
    }

    /// <summary>A link of the kind as it was sent, and the course that its page names.</summary>
    private async Task<(Link, string Code, string Course)> SentAsync(string path)
    {
        var link = All.Single(l => l.Path == path);
        var run = await app.In((PortalDb db) => MadeUpPlace.RunAsync(
            db, system.PartnershipId, app.Clock.Now, places: 1, managerApproves: link.Page == typeof(ApproveModel)));
        var first = await AskAsync(run, people[0]);
        if (link.Page == typeof(OfferModel))
        {
            await AskAsync(run, people[1]);
            await PlacesAsync(run, people[0], there => there.Bookings.Single(b => b.Id == first).Cancel(run, system, app.Clock.Now));
        }
        if (link.Page == typeof(EvaluateModel))
        {
            app.Clock.Now = run.EndsAt.AddHours(1);
            await app.In((MarkRegister mark) => mark.RunAsync(
                Given.Viewer(system.PartnershipId, Role.TrainingAdministrator), run.Id, [first], BookingState.Attended, default));
            app.Clock.Advance(TimeSpan.FromDays(1));
            await app.In((AskForEvaluationsJob job) => job.RunAsync(default));
        }
        var text = await app.In((PortalDb db) => db.Outbox
            .Where(m => m.Kind == link.Mail)
            .OrderByDescending(m => m.Id).Select(m => m.Text).FirstAsync());
        var title = await app.In((PortalDb db) => db.Courses.Where(c => c.Id == run.CourseId).Select(c => c.Title).SingleAsync());
        return (link, CodeInLink().Match(text).Value, title);
    }

    private async Task<Id<Booking>> AskAsync(CourseRun run, StaffMember person)
    {
        Id<Booking> made = default;
        await PlacesAsync(run, person, there => made = there.Ask(system, person.Id, agency, Money.Zero, managerAgrees: false).Id);
        return made;
    }

    private Task PlacesAsync(CourseRun run, StaffMember person, Action<RunPlaces> work) => app.In((PlacesOfRun places) =>
        places.RunAsync(system, run.Id, [person.Id], (_, there) =>
        {
            work(there);
            return Task.FromResult("Prepared a test");
        }, default));

    /// <summary>What an answer would change.</summary>
    private Task<string> StateAsync() => app.In(async (PortalDb db) =>
    {
        var ids = people.ConvertAll(p => p.Id);
        var states = await db.Bookings.Where(b => ids.Contains(b.StaffId)).OrderBy(b => b.Id).Select(b => b.State).ToListAsync();
        return $"{string.Join(' ', states)}, {await db.EvaluationReplies.CountAsync()}, {await db.Outbox.CountAsync()}";
    });

    [GeneratedRegex("(?<=code=)[0-9a-f]{48}")] private static partial Regex CodeInLink();
}
