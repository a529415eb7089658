using System.Collections.Concurrent;
using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Killed;

/// <summary>
/// Dates whose places wait to be offered on, and people with a browser who book and a register that is marked while the portal is killed;
/// and what must be true of them afterwards, whoever had an answer and whoever had none.
/// </summary>
internal sealed class PlacesAtRisk(TestDatabase database, SmallBorough borough)
{
    public const int People = 12;
    private const int Places = 4, Offers = 5;
    private readonly ConcurrentBag<(Id<CourseRun> Run, Id<StaffMember> Who, BookingState Said)> answers = [];
    private readonly List<Membership> memberships = [];
    private readonly List<StaffMember> people = [];
    private readonly (Provider Provider, Course Course) course = BookingDesk.Course(borough.Partnership.Id, "LADDER");
    private IReadOnlyList<Cookie> cookies = [];
    private CourseRun toBook = null!, toMark = null!;
    private int offered, opened;

    /// <summary>How many had an answer so far.</summary>
    public int Answers => answers.Count;

    private Viewer System => Viewer.System(borough.Partnership.Id);
    private DateTime Now => database.Clock.Now;

    public async Task CreateAsync()
    {
        var title = Given.Title(borough.Clinic, "Odd-job person");
        var registrar = SignedInElsewhere.User("registrar@places.example");
        memberships.Add(Given.Membership(borough.Partnership.Id, registrar, Role.TrainingAdministrator, from: database.Clock.Today));
        List<object> rows = [title, registrar, memberships[0], course.Provider, course.Course];
        foreach (var number in Enumerable.Range(1, People))
        {
            var user = SignedInElsewhere.User($"booker.{number}@places.example");
            var person = Given.Staff(borough.Clinic, $"Booker {number:00}", user.Email);
            people.Add(person);
            memberships.Add(Given.Membership(
                borough.Partnership.Id, user, Role.Learner, borough.Clinic, staff: person.Id, from: database.Clock.Today));
            rows.AddRange([user, person, Given.Post(person, title), memberships[^1]]);
        }
        await SaveAsync(rows);
    }

    /// <summary>Dates on which an offer has lapsed, so that the place is to be offered to the next.</summary>
    public async Task AddAsync()
    {
        List<object> rows = [];
        var past = Now.AddDays(-2);
        for (var number = 0; number < Offers; number++, offered++)
        {
            var run = Date(UkClock.DayOf(Now).AddDays(20 + offered % 200), places: 1);
            var there = new RunPlaces(run, [], past);
            foreach (var person in people[..3]) there.Ask(System, person.Id, borough.Clinic.Id, Money.Zero, managerAgrees: true);
            there.Bookings[0].Cancel(run, System, past);
            there.OfferFree(System);
            rows.AddRange([run, .. there.Bookings]);
        }
        await SaveAsync(rows);
    }

    /// <summary>A date that everyone wants, and one that has begun and where everyone is.</summary>
    public async Task OpenDatesAsync(IReadOnlyDictionary<string, string> settings)
    {
        if (cookies.Count == 0) cookies = await SignedInElsewhere.CookiesAsync(settings, memberships);
        toBook = Date(UkClock.DayOf(Now).AddDays(300 + opened++), Places);
        toMark = Date(UkClock.DayOf(Now).AddDays(-1), People);
        var there = new RunPlaces(toMark, [], toMark.OpensAt);
        foreach (var person in people) there.Ask(System, person.Id, borough.Clinic.Id, Money.Zero, managerAgrees: true);
        await SaveAsync([toBook, toMark, .. there.Bookings]);
    }

    /// <summary>Everyone presses at once, and one marks the register, until all have an answer or the portal is gone.</summary>
    public Task UseAsync(Uri portal) => Task.WhenAll(
    [
        UntilItIsGone(() => MarkAsync(cookies[0].At(portal))),
        .. people.Zip(cookies.Skip(1), (person, cookie) => UntilItIsGone(() => BookAsync(person, cookie.At(portal)))),
    ]);

    public async Task CheckAsync(PortalDb db)
    {
        var runs = await db.CourseRuns.AsNoTracking().ToDictionaryAsync(r => r.Id);
        var bookings = await db.Bookings.AsNoTracking().Include(b => b.Events).ToListAsync();
        foreach (var date in bookings.GroupBy(b => b.RunId))
        {
            Assert.InRange(date.Count(b => b.State.HoldsPlace()), 0, runs[date.Key].MaxPlaces);
            Assert.Equal(Enumerable.Range(1, date.Count()), date.Select(b => b.Number).Order());
            Assert.All(date.Where(b => b.State.IsLive() || b.State.IsMark()).GroupBy(b => b.StaffId), own => Assert.Single(own));
        }
        // Each offer that lapsed went on, once; and every step was taken once.
        Assert.Equal((offered, offered),
            (bookings.Count(b => b.State == BookingState.Lapsed), bookings.Count(b => b.State == BookingState.Offered)));
        Assert.All(bookings, b => Assert.Distinct(b.Events.Where(e => e.Step != BookingStep.Marked).Select(e => e.Step)));
        foreach (var (run, who, said) in answers)
            Assert.Equal(said, Assert.Single(bookings, b => b.RunId == run && b.StaffId == who).State);
        // Attendance and what it proves are one.
        var attended = bookings.Where(b => b.State == BookingState.Attended).Select(b => b.Id).Order().ToList();
        Assert.Equal(attended, (await db.Certificates.Select(c => c.BookingId).ToListAsync()).Order());
        Assert.Equal(
            attended, (await db.TrainingRecords.Where(r => r.BookingId != null).Select(r => r.BookingId!.Value).ToListAsync()).Order());
        // One message for each offer that lapsed, each new one, and everyone who booked.
        var booked = bookings.Count(b => runs[b.RunId].StartsAt > Now.AddDays(250));
        Assert.Equal(offered * 2 + booked, await db.Outbox.CountAsync(m => m.Key.StartsWith("booking/")));
    }

    private async Task BookAsync(StaffMember person, FrontDoor door)
    {
        var page = await (await door.Open($"/Courses/Dates/{toBook.Id}/Book")).Press("Book this place");
        page.Answers(HttpStatusCode.OK);
        answers.Add((toBook.Id, person.Id,
            page.Text.Contains("Your place is booked", StringComparison.Ordinal) ? BookingState.Booked : BookingState.Waiting));
    }

    private async Task MarkAsync(FrontDoor door)
    {
        var page = await door.Open($"/Courses/Dates/{toMark.Id}/Register");
        foreach (var person in people)
        {
            page = (await page.Press($"Attended: {person.Name}")).Answers(HttpStatusCode.OK);
            answers.Add((toMark.Id, person.Id, BookingState.Attended));
        }
    }

    private static async Task UntilItIsGone(Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (HttpRequestException)
        {
            // Killed before it answered: what was asked may have been done or not.
        }
    }

    private CourseRun Date(DateOnly day, int places)
    {
        var run = new CourseRun { PartnershipId = borough.Partnership.Id, CourseId = course.Course.Id };
        var opens = UkClock.StartOf(day).AddDays(-400);
        run.Plan(System, new(null, 1, places, opens, UkClock.At(day, new(9, 30)), 5, Money.Zero, Money.Zero, false, null, null),
            [new(day, new(9, 30), new(16, 30))], null, 0, opens);
        run.Publish(System, opens);
        return run;
    }

    private async Task SaveAsync(IReadOnlyList<object> rows)
    {
        await using var db = database.Open();
        db.AddRange(rows);
        await db.SaveAsync(System, "Set the scene", default);
    }
}
