using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Evaluations;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Mine;

/// <summary>All bookings of the viewer: what is to come, the next first, and what is over, the last first.</summary>
public sealed class OwnPlaces(PortalDb db, UkClock clock)
{
    /// <param name="HasCertificate">Whether there is one that is genuine.</param>
    /// <param name="IsAsked">Whether they are asked about it, and have not answered.</param>
    public sealed record Row(
        Id<Booking> Id, string Course, DateTime StartsAt, BookingState State, DateTime? AnswerBy, bool HasCertificate, bool IsAsked);

    /// <param name="Waiting">For a place, or for an answer.</param>
    /// <param name="Over">What is past, cancelled, or not taken up.</param>
    public sealed record Shown(IReadOnlyList<Row> ToCome, IReadOnlyList<Row> Waiting, Page<Row> Over);

    private sealed class Found
    {
        public required Booking Booking { get; init; }
        public required CourseRun Run { get; init; }
        public required string Course { get; init; }
    }

    public async Task<Shown> RunAsync(Viewer viewer, int page, CancellationToken cancel)
    {
        var now = clock.Now;
        var live = All(viewer, db.Bookings.Live());
        var toCome = live.Where(f => f.Booking.State == BookingState.Booked && f.Run.EndsAt > now);
        var waiting = live.Where(f => f.Booking.State != BookingState.Booked && f.Run.StartsAt > now);
        // Whoever still waited when it began has waited in vain.
        var over = All(viewer, db.Bookings).Where(f => !toCome.Any(o => o.Booking.Id == f.Booking.Id)
            && !waiting.Any(o => o.Booking.Id == f.Booking.Id));
        return new(
            await toCome.OrderBy(f => f.Run.StartsAt).ThenBy(f => f.Booking.Id).Select(Line()).ToListAsync(cancel),
            await waiting.OrderBy(f => f.Run.StartsAt).ThenBy(f => f.Booking.Id).Select(Line()).ToListAsync(cancel),
            await over.OrderByDescending(f => f.Run.StartsAt).ThenBy(f => f.Booking.Id).Select(Line()).ToPageAsync(page, cancel));
    }

    private IQueryable<Found> All(Viewer viewer, IQueryable<Booking> bookings) =>
        from booking in bookings.AsNoTracking().OwnOf(viewer)
        join run in db.CourseRuns on booking.RunId equals run.Id
        join course in db.Courses on run.CourseId equals course.Id
        select new Found { Booking = booking, Run = run, Course = course.Title };

    private Expression<Func<Found, Row>> Line()
    {
        var questions = db.EvaluationRequests.ToAnswer(db, clock);
        return f => new Row(f.Booking.Id, f.Course, f.Run.StartsAt, f.Booking.State, f.Booking.AnswerBy,
            db.Certificates.Any(c => c.BookingId == f.Booking.Id && c.RevokedOn == null), questions.Any(r => r.BookingId == f.Booking.Id));
    }
}
