using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Killed;
using Portal.Tests.Support;
using Portal.Tests.Support.Courses;

namespace Portal.Tests.Features.Courses.Places;

/// <summary>
/// 200 people in 18 places’ rush: each with a browser and a session of their own, over real HTTP, at portals that run as processes of
/// their own: three over one PostgreSQL, or one over SQLite. They have the form open, and press within two seconds.
/// </summary>
public sealed class RushingForPlaces : InASmallBorough
{
    private const int People = 200, Places = 18;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(10);
    private static int Portals => TestDatabase.OnPostgres ? 3 : 1;

    /// <param name="Sent">When the button was pressed, and when the answer was there, by one stopwatch.</param>
    private sealed record Press(Id<StaffMember> Who, long Sent, long Answered, WebPage Page);

    [Fact]
    public async Task Eighteen_are_booked_the_others_queue_in_the_order_they_came_and_everyone_is_answered()
    {
        Database.Time.Now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var settings = new Dictionary<string, string>
        {
            ["Database:Provider"] = $"{TestDatabase.Provider}", ["Database:ConnectionString"] = Database.ConnectionString,
            ["Portal:Address"] = "http://localhost/", ["Jobs:Enabled"] = "false",
        };
        var (run, memberships) = await SetAsync();
        var cookies = await SignedInElsewhere.CookiesAsync(settings, memberships);
        var portals = await Task.WhenAll(Enumerable.Range(0, Portals).Select(_ => PortalNode.StartAsync(settings)));
        Press[] presses;
        try
        {
            var doors = cookies.Select((cookie, n) => cookie.At(portals[n % Portals].Address)).ToList();
            var forms = new WebPage[People];
            await Parallel.ForAsync(0, People, new ParallelOptions { MaxDegreeOfParallelism = 8 },
                async (n, _) => forms[n] = await doors[n].Open($"/Courses/Dates/{run.Id}/Book"));
            presses = await Task.WhenAll(forms.Select(async (form, n) =>
            {
                await Task.Delay(n * Between);
                var sent = Stopwatch.GetTimestamp();
                var page = await form.Press("Book this place");
                return new Press(memberships[n].StaffId!.Value, sent, Stopwatch.GetTimestamp(), page);
            }));
        }
        finally
        {
            foreach (var portal in portals) await portal.DisposeAsync();
        }
        var took = Stopwatch.GetElapsedTime(presses.Min(p => p.Sent), presses.Max(p => p.Answered));
        TestContext.Current.SendDiagnosticMessage($"{People} answered by {Portals} in {took.TotalSeconds:n1} s");
        await CheckAsync(run, presses);
    }

    private async Task CheckAsync(CourseRun run, Press[] presses)
    {
        await using var db = Database.Open();
        var bookings = await db.Bookings.Where(b => b.RunId == run.Id).OrderBy(b => b.Number).ToListAsync();
        Assert.Equal(Enumerable.Range(1, People), bookings.Select(b => b.Number));
        Assert.Equal(People, bookings.Select(b => b.StaffId).Distinct().Count());
        Assert.All(bookings, b => Assert.Equal(b.Number <= Places ? BookingState.Booked : BookingState.Waiting, b.State));
        var turns = bookings.ToDictionary(b => b.StaffId, b => b.Number);
        foreach (var press in presses)
        {
            var turn = turns[press.Who];
            if (turn <= Places) press.Page.Shows("Your place is booked");
            else press.Page.Shows("You are on the waiting list", $"You are {Words.Ordinal(turn - Places)} of");
        }
        // Whoever had an answer before another pressed came first, at whichever portal.
        Assert.All(presses, later => Assert.DoesNotContain(
            presses, earlier => earlier.Answered < later.Sent && turns[earlier.Who] > turns[later.Who]));
        var told = await db.Outbox.GroupBy(m => m.ToAddress).Select(g => g.Count()).ToListAsync();
        Assert.Equal((People, 1), (told.Count, told.Max()));
    }

    /// <summary>A date with 18 places, and people who may sign in and book.</summary>
    private async Task<(CourseRun, IReadOnlyList<Membership>)> SetAsync()
    {
        await using var db = Database.Open();
        var run = await MadeUpPlace.RunAsync(db, Borough.Partnership.Id, Database.Clock.Now, level: 1, places: Places);
        var title = Given.Title(Borough.Homes, "Receptionist", Borough.Reception);
        List<Membership> memberships = [];
        db.Add(title);
        foreach (var number in Enumerable.Range(1, People))
        {
            var user = SignedInElsewhere.User($"person.{number}@brambleford.example");
            var person = Given.Staff(Borough.Homes, $"Person {number}", user.Email);
            var membership = Given.Membership(
                Borough.Partnership.Id, user, Role.Learner, Borough.Homes, staff: person.Id, from: Database.Clock.Today);
            db.AddRange(user, person, Given.Post(person, title), membership);
            memberships.Add(membership);
        }
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Prepared a test", default);
        return (run, memberships);
    }
}
