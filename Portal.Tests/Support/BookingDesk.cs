using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Courses.Places;

namespace Portal.Tests.Support;

/// <summary>
/// Courses of the small borough, their dates, and what people do with places, each in a context of its own as a request has one.
/// </summary>
public sealed class BookingDesk(TestDatabase database, SmallBorough borough)
{
    /// <summary>A course for £50 that leads to level 1.</summary>
    public static (Provider Provider, Course Course) Course(Id<Partnership> partnership, string framework, int level = 1,
        CourseAudience audience = CourseAudience.Everyone, int? prerequisite = null, Agency? agency = null, string title = "Ask and act")
    {
        var provider = new Provider { PartnershipId = partnership, Name = $"Larch {Id<Provider>.New()}", Email = "office@larch.example" };
        var course = new Course
        {
            PartnershipId = partnership, Code = $"{Id<Course>.New()}"[..8] + $"{Id<Course>.New()}"[^8..], ProviderId = provider.Id,
            AgencyId = agency?.Id,
        };
        course.Change(new(title, "What people learn", null, CourseMode.Room, 6, false, audience, prerequisite, ["DV"], null, null,
            Money.OfPounds(50), null, null), Given.Today);
        course.Cover(framework, [level], []);
        return (provider, course);
    }

    /// <summary>A published date: Tuesday 8 December 2026, 9:30am to 4:30pm; booking closes the day before at 5pm.</summary>
    public static CourseRun Run(Course course, int places = 2, bool managerApproves = false, DateOnly? day = null,
        Dictionary<Id<Agency>, int>? kept = null, Money? lateFee = null, string? joining = null)
    {
        var run = new CourseRun { PartnershipId = course.PartnershipId, CourseId = course.Id };
        var on = day ?? new(2026, 12, 8);
        Plan(run, places, on, managerApproves, kept is null ? null : Given.Today.AddDays(7), lateFee, joining);
        if (kept is not null) run.Keep(kept);
        run.Publish(Viewer.System(course.PartnershipId), new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc));
        return run;
    }

    public static void Plan(CourseRun run, int places, DateOnly day, bool managerApproves = false, DateOnly? release = null,
        Money? lateFee = null, string? joining = null) => run.Plan(Viewer.System(run.PartnershipId),
        new(null, 1, places, UkClock.StartOf(new(2026, 11, 1)), UkClock.At(day.AddDays(-1), new(17, 0)), 5, lateFee ?? Money.OfPounds(25),
            Money.OfPounds(75), managerApproves, release, joining),
        [new(day, new(9, 30), new(16, 30))], null, 0, new(2026, 11, 2, 9, 0, 0, DateTimeKind.Utc));

    public async Task<CourseRun> HasAsync((Provider Provider, Course Course) course, CourseRun run)
    {
        await using var db = database.Open();
        if (!await db.Courses.AnyAsync(c => c.Id == course.Course.Id)) db.AddRange(course.Provider, course.Course);
        db.Add(run);
        await db.SaveAsync(Viewer.System(run.PartnershipId), "Prepared a test", default);
        return run;
    }

    /// <summary>A date of a course that everyone may book.</summary>
    public Task<CourseRun> HasDateAsync(int places = 2, bool managerApproves = false, Dictionary<Id<Agency>, int>? kept = null,
        DateOnly? day = null, string? joining = null)
    {
        var course = Course(borough.Partnership.Id, "LADDER");
        return HasAsync(course, Run(course.Course, places, managerApproves, day, kept, joining: joining));
    }

    public PlacesOfRun Places(PortalDb db) => new(db, new(db, database.Clock), new(db, Portal, database.Clock), database.Clock);

    /// <summary>Somebody books for themself.</summary>
    public async Task<Id<Booking>> BookAsync(CourseRun run, StaffMember person, Agency? agency = null)
    {
        await using var db = database.Open();
        return await new BookOwnPlace(db, Places(db), new(db, database.Clock)).RunAsync(Self(person, agency), run.Id, null, default);
    }

    public async Task CancelAsync(Id<Booking> booking, StaffMember person)
    {
        await using var db = database.Open();
        var seen = (await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == booking)).Version;
        await new CancelOwnPlace(db, Places(db), database.Clock).RunAsync(Self(person), booking, seen, default);
    }

    public async Task AnswerAsync(Id<Booking> booking, StaffMember person, bool accept)
    {
        await using var db = database.Open();
        await Answer(db).RunAsync(Self(person), booking, accept, default);
    }

    public AnswerOffer Answer(PortalDb db) => new(db, Places(db), new(db, database.Clock), database.Clock);

    /// <summary>What an organiser changes of the run, while nobody else moves its places.</summary>
    public async Task ChangeAsync(CourseRun run, Action<CourseRun> change)
    {
        await using var db = database.Open();
        await Places(db).RunAsync(borough.Commissioner, run.Id, [], (found, _) =>
        {
            change(found);
            return Task.FromResult("Changed a date");
        }, default);
    }

    public async Task<string?> OfferAsync()
    {
        await using var db = database.Open();
        return await new OfferPlacesJob(db, Places(db), database.Clock).RunAsync(default);
    }

    public async Task<BookingState> StateAsync(Id<Booking> booking)
    {
        await using var db = database.Open();
        return (await db.Bookings.AsNoTracking().SingleAsync(b => b.Id == booking)).State;
    }

    /// <summary>The subjects of what someone was sent, the oldest first.</summary>
    public async Task<string[]> ToldAsync(StaffMember person)
    {
        await using var db = database.Open();
        return await db.Outbox.Where(m => m.ToAddress == person.Email).OrderBy(m => m.Id).Select(m => m.Subject).ToArrayAsync();
    }

    /// <summary>The newest message to an address.</summary>
    public async Task<OutboxMail> MailAsync(string address)
    {
        await using var db = database.Open();
        return await db.Outbox.Where(m => m.ToAddress == address).OrderByDescending(m => m.Id).FirstAsync();
    }

    public Viewer Self(StaffMember person, Agency? agency = null) =>
        Given.Viewer(borough.Partnership.Id, Role.Learner, agency: agency ?? borough.Homes) with { StaffId = person.Id };

    private static PortalAddress Portal => new(new("https://portal.example/"));
}
