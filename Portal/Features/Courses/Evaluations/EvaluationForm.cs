using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Evaluations;

/// <summary>
/// What the link in a message asks about a course; null when it asks nothing any more. Only who has a place is asked before, and only who
/// attended after: also when the register was corrected since the message went.
/// </summary>
public sealed class EvaluationForm(PortalDb db, UkClock clock)
{
    /// <param name="Statements">Of the framework in force, those that the course covers.</param>
    public sealed record Asked(
        Id<EvaluationRequest> Id, Id<Partnership> PartnershipId, Id<CourseRun> RunId, EvaluationMoment Moment, string Course, DateOnly Day,
        string Framework, IReadOnlyList<Competency> Statements);

    public Task<Asked?> RunAsync(string? code, CancellationToken cancel)
    {
        var hash = OneTimeLink.HashOf(code ?? "");
        return FindAsync(db.EvaluationRequests.Where(r => r.LinkHash == hash), cancel);
    }

    /// <summary>What someone who has signed in is asked of a booking of theirs: the last that they have not answered.</summary>
    public Task<Asked?> OwnAsync(Viewer viewer, Id<Booking> bookingId, CancellationToken cancel) => FindAsync(
        db.EvaluationRequests.ToAnswer(db, clock).Where(r => db.Bookings.OwnOf(viewer).Any(b => b.Id == bookingId && b.Id == r.BookingId)),
        cancel);

    private async Task<Asked?> FindAsync(IQueryable<EvaluationRequest> requests, CancellationToken cancel)
    {
        var found = await (
            from request in requests.AsNoTracking()
            join booking in db.Bookings on request.BookingId equals booking.Id
            where booking.State == BookingState.Attended
                || (booking.State == BookingState.Booked && request.Moment == EvaluationMoment.Before)
            join run in db.CourseRuns on booking.RunId equals run.Id
            join course in db.Courses on run.CourseId equals course.Id
            orderby request.AskedOn descending, request.Id
            select new { Request = request, booking.RunId, course.Id, course.Title, run.EndsAt }).FirstOrDefaultAsync(cancel);
        if (found?.Request.IsOpenOn(clock.Today) != true) return null;
        if (await db.FrameworkInForceAsync(found.Request.PartnershipId, clock.Today, cancel) is not { } framework) return null;
        var covered = (await db.Courses.Where(c => c.Id == found.Id).SelectMany(c => c.Competencies)
            .Where(c => c.Framework == framework.Code).Select(c => c.Code).ToListAsync(cancel)).ToHashSet();
        return new(found.Request.Id, found.Request.PartnershipId, found.RunId, found.Request.Moment, found.Title,
            UkClock.DayOf(found.EndsAt), framework.Code,
            [.. framework.Competencies.Where(c => covered.Contains(c.Code)).OrderBy(c => c.Code, StringComparer.Ordinal)]);
    }
}
