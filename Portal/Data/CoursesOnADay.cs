namespace Portal.Data;

/// <summary>
/// What holds of courses and bookings, for the database. Each is said of one row in the domain too; a test holds the two together.
/// </summary>
public static class CoursesOnADay
{
    private static readonly BookingState[] HoldPlaces = [.. Enum.GetValues<BookingState>().Where(s => s.HoldsPlace())];
    private static readonly BookingState[] AreLive = [.. Enum.GetValues<BookingState>().Where(s => s.IsLive())];

    /// <summary>Courses that can still be booked on a day.</summary>
    public static IQueryable<Course> OfferedOn(this IQueryable<Course> courses, DateOnly day) =>
        courses.Where(c => c.WithdrawnOn == null || c.WithdrawnOn > day);

    /// <summary>Courses that are accredited when they are given on a day: themselves, or by a mark of whoever gives them.</summary>
    public static IQueryable<Course> AccreditedOn(this IQueryable<Course> courses, PortalDb db, DateOnly day) => courses.Where(c =>
        c.AccreditedUntil >= day || db.Providers.WithMarkOn(day).Any(p => p.Id == c.ProviderId));

    /// <summary>Providers with a quality mark that counts on a day.</summary>
    public static IQueryable<Provider> WithMarkOn(this IQueryable<Provider> providers, DateOnly day) =>
        providers.Where(p => p.Marks.Any(m => m.From <= day && (m.EndsOn == null || m.EndsOn >= day)));

    /// <summary>
    /// Providers of courses on offer on a day whose marks have all ended by a later one, though they have one on the day: what they give
    /// is then accredited no more, unless by an accreditation of its own.
    /// </summary>
    public static IQueryable<Provider> LosingTheirMarkBy(this IQueryable<Provider> providers, PortalDb db, DateOnly day, DateOnly later) =>
        providers.Where(p => db.Courses.OfferedOn(day).Any(c => c.ProviderId == p.Id))
            .Where(p => p.Marks.Any(m => m.From <= day && m.EndsOn >= day && m.EndsOn <= later)
                && !p.Marks.Any(m => m.From <= later && (m.EndsOn == null || m.EndsOn > later)));

    /// <summary>
    /// In-house courses that did not pass the common standard when they were last compared with it, or so long before a day that nobody can
    /// tell any more.
    /// </summary>
    public static IQueryable<Course> NotReviewedOn(this IQueryable<Course> courses, PortalDb db, DateOnly day)
    {
        var since = Months.EarliestReaching(day, Course.ReviewedForMonths);
        return courses.Where(c => c.AgencyId != null
            && !db.CourseReviews.Any(r => r.CourseId == c.Id && r.Passed && r.ReviewedOn >= since && r.ReviewedOn <= day
                && !db.CourseReviews.Any(l => l.CourseId == c.Id && !l.Passed && l.ReviewedOn > r.ReviewedOn && l.ReviewedOn <= day)));
    }

    /// <summary>Bookings that take up one of the places of their run.</summary>
    public static IQueryable<Booking> HoldingPlaces(this IQueryable<Booking> bookings) => bookings.Where(b => HoldPlaces.Contains(b.State));

    /// <summary>Bookings that have a place or can lead to one. States are stored by name: the database cannot order them.</summary>
    public static IQueryable<Booking> Live(this IQueryable<Booking> bookings) => bookings.Where(b => AreLive.Contains(b.State));

    /// <summary>Runs that someone of an agency can book at an instant, with a place free for them; null for someone of none.</summary>
    public static IQueryable<CourseRun> WithPlacesFor(this IQueryable<CourseRun> runs, PortalDb db, Id<Agency>? agency, DateTime now)
    {
        var (today, taken) = (UkClock.DayOf(now), db.Bookings.HoldingPlaces());
        return runs.Where(r => r.State == RunState.Published && r.OpensAt <= now && r.ClosesAt > now
            && r.MaxPlaces > taken.Count(b => b.RunId == r.Id) + (r.ReleaseOn > today
                ? r.Allocations.Where(a => a.AgencyId != agency)
                    .Sum(a => Math.Max(0, a.Places - taken.Count(b => b.RunId == r.Id && b.AgencyId == a.AgencyId)))
                : 0));
    }

    /// <summary>Runs with a session on one of these days.</summary>
    /// <param name="until">The day after the last.</param>
    public static IQueryable<CourseRun> Between(this IQueryable<CourseRun> runs, DateOnly from, DateOnly until) =>
        runs.Where(r => r.Sessions.Any(s => s.Day >= from && s.Day < until));
}
