using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Colleagues;

/// <summary>
/// The bookings of an agency, or of a team, with what each costs: filtered and paged in the database, and counted by the same conditions,
/// so that a figure leads to exactly what it counts.
/// </summary>
public sealed class AgencyBookings(PortalDb db, UkClock clock)
{
    public enum Show { ToCome, Waiting, Past, Attended, NoShows, Charged }

    public static string Words(Show show) => show switch
    {
        Show.ToCome => "Booked, to come",
        Show.Waiting => "Waiting for a place or an answer",
        Show.Past => "Past",
        Show.Attended => "Attended",
        Show.NoShows => "Did not attend",
        Show.Charged => "Charged",
    };

    /// <param name="Year">The financial year of the date.</param>
    /// <param name="Level">Of courses that lead to it.</param>
    public sealed record Filter(
        Show? Show = null, int? Year = null, string? Search = null, Id<Course>? Course = null, BookingState? State = null,
        int? Level = null, Id<Agency>? Agency = null, int Page = 1);

    public sealed record Row(
        Id<Booking> Id, Id<StaffMember> StaffId, string Person, string Agency, string Code, string Course, DateTime StartsAt,
        BookingState State, Money Charge);

    /// <summary>Booked and waiting are of dates to come, the others of one financial year.</summary>
    public sealed record Figures(int Year, int ToCome, int Waiting, int Attended, int NoShows, Money Charges);

    private sealed class Found
    {
        public required Booking Booking { get; init; }
        public required CourseRun Run { get; init; }
        public required string Code { get; init; }
        public required string Course { get; init; }
        public required string Person { get; init; }
        public required string Agency { get; init; }
    }

    public async Task<Page<Row>> RunAsync(Viewer viewer, Filter filter, CancellationToken cancel)
    {
        var page = await Sorted(viewer, filter).ToPageAsync(filter.Page, cancel);
        return new([.. page.Rows.Select(Shown)], page.Number, page.Total);
    }

    /// <summary>The same bookings without pages, for a file.</summary>
    public IAsyncEnumerable<Row> All(Viewer viewer, Filter filter) => Sorted(viewer, filter).AsAsyncEnumerable().Select(Shown);

    public Task<int> CountAsync(Viewer viewer, Filter filter, CancellationToken cancel) => Matching(viewer, filter).CountAsync(cancel);

    /// <summary>How many, by each level of the framework in force that the courses lead to.</summary>
    public Task<Dictionary<int, int>> ByLevelAsync(Viewer viewer, Filter filter, CancellationToken cancel) => (
        from found in Matching(viewer, filter)
        join covered in Levels(viewer) on found.Run.CourseId equals covered.CourseId
        group found by covered.LevelNumber into level
        select new { level.Key, Count = level.Count() }).ToDictionaryAsync(l => l.Key, l => l.Count, cancel);

    /// <param name="agency">One agency; null for all within reach.</param>
    public async Task<Figures> CountAsync(Viewer viewer, Id<Agency>? agency, CancellationToken cancel)
    {
        var year = FinancialYear.Of(clock.Today);
        Task<int> Of(Show show, int? of = null) => CountAsync(viewer, new Filter(show, of, Agency: agency), cancel);
        var charged = await Matching(viewer, new(Show.Charged, year, Agency: agency)).Select(f => new { f.Booking, f.Run })
            .ToListAsync(cancel);
        return new(
            year, await Of(Show.ToCome), await Of(Show.Waiting), await Of(Show.Attended, year), await Of(Show.NoShows, year),
            charged.Aggregate(Money.Zero, (sum, one) => sum + one.Booking.Charge(one.Run)));
    }

    /// <summary>Courses that somebody within reach has booked.</summary>
    public async Task<IReadOnlyList<(Id<Course> Id, string Title)>> CoursesAsync(Viewer viewer, CancellationToken cancel)
    {
        var booked = db.Bookings.VisibleTo(viewer, db, clock.Today);
        return [.. (await db.Courses.OfPartnership(viewer)
            .Where(c => db.CourseRuns.Any(r => r.CourseId == c.Id && booked.Any(b => b.RunId == r.Id)))
            .OrderBy(c => c.Title).ThenBy(c => c.Id).Select(c => new { c.Id, c.Title }).ToListAsync(cancel)).Select(c => (c.Id, c.Title))];
    }

    private IQueryable<Found> Sorted(Viewer viewer, Filter filter)
    {
        var found = Matching(viewer, filter);
        // What is to come begins with the next date, what is over with the last.
        return filter.Show is Show.ToCome or Show.Waiting
            ? found.OrderBy(f => f.Run.StartsAt).ThenBy(f => f.Person).ThenBy(f => f.Booking.Id)
            : found.OrderByDescending(f => f.Run.StartsAt).ThenBy(f => f.Person).ThenBy(f => f.Booking.Id);
    }

    private IQueryable<Found> Matching(Viewer viewer, Filter filter)
    {
        var bookings = db.Bookings.AsNoTracking().VisibleTo(viewer, db, clock.Today);
        if (filter.Agency is { } agency) bookings = bookings.Where(b => b.AgencyId == agency);
        if (filter.State is { } state) bookings = bookings.Where(b => b.State == state);
        var found = from booking in bookings
                    join run in db.CourseRuns.AsNoTracking() on booking.RunId equals run.Id
                    join course in db.Courses on run.CourseId equals course.Id
                    join person in db.Staff on booking.StaffId equals person.Id
                    join at in db.Agencies on booking.AgencyId equals at.Id
                    select new Found
                    {
                        Booking = booking, Run = run, Code = course.Code, Course = course.Title, Person = person.Name, Agency = at.Name,
                    };
        if (filter.Course is { } courseId) found = found.Where(f => f.Run.CourseId == courseId);
        if (filter.Level is { } level)
        {
            var leading = Levels(viewer).Where(l => l.LevelNumber == level);
            found = found.Where(f => leading.Any(l => l.CourseId == f.Run.CourseId));
        }
        if (filter.Search is { } search) found = found.Where(NameSearch.For(search).Of((Found f) => f.Person));
        if (filter.Year is > 2000 and < 2200 and { } year)
        {
            var (from, until) = (UkClock.StartOf(FinancialYear.FirstDay(year)), UkClock.StartOf(FinancialYear.FirstDay(year + 1)));
            found = found.Where(f => f.Run.StartsAt >= from && f.Run.StartsAt < until);
        }
        return filter.Show is { } show ? found.Where(Of(show)) : found;
    }

    /// <summary>Which levels courses lead to in the framework that the partnership follows.</summary>
    private IQueryable<CoveredLevel> Levels(Viewer viewer) => db.Set<CoveredLevel>()
        .Where(l => db.Partnerships.Any(p => p.Id == viewer.PartnershipId && p.FrameworkCode == l.Framework));

    private Expression<Func<Found, bool>> Of(Show show)
    {
        var now = clock.Now;
        return show switch
        {
            Show.ToCome => f => f.Booking.State == BookingState.Booked && f.Run.StartsAt > now,
            Show.Waiting => f => (f.Booking.State == BookingState.Waiting || f.Booking.State == BookingState.Offered
                || f.Booking.State == BookingState.AwaitingManager) && f.Run.StartsAt > now,
            Show.Past => f => f.Run.EndsAt <= now,
            Show.Attended => f => f.Booking.State == BookingState.Attended || f.Booking.State == BookingState.PartAttended,
            Show.NoShows => f => f.Booking.State == BookingState.DidNotAttend,
            Show.Charged => Charged(),
        };
    }

    /// <summary>Where <see cref="Booking.Charge"/> is not nothing, said for the database; a test holds the two together.</summary>
    private static Expression<Func<Found, bool>> Charged()
    {
        var nothing = Money.Zero;
        return f => !f.Booking.IsWaived && (
            ((f.Booking.State == BookingState.Booked || f.Booking.State == BookingState.Attended
                || f.Booking.State == BookingState.PartAttended) && f.Booking.Price != nothing)
            || (f.Booking.State == BookingState.DidNotAttend && (f.Booking.Price != nothing || f.Run.NoShowFee != nothing))
            || (f.Booking.State == BookingState.Cancelled && f.Booking.IsLate && f.Run.LateFee != nothing));
    }

    private static Row Shown(Found found) => new(
        found.Booking.Id, found.Booking.StaffId, found.Person, found.Agency, found.Code, found.Course, found.Run.StartsAt,
        found.Booking.State, found.Booking.Charge(found.Run));
}
