using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Runs;

/// <summary>
/// The one place where people on a date, or in the queue for it, are told that it has moved or does not take place; with the change itself.
/// </summary>
public sealed class TellOfRun(PortalDb db, PortalAddress portal, UkClock clock)
{
    /// <param name="When">Its sessions in words.</param>
    public sealed record About(
        Id<CourseRun> Id, Id<Course> CourseId, string Course, string When, string? Where, int Sequence, string? Because);

    /// <param name="told">Their bookings. Somebody without an address is told by whoever runs the date.</param>
    /// <param name="booked">Those who have, or had, a place: it stands in their calendars, which move it or take it out.</param>
    public async Task RunAsync(Viewer viewer, CourseRun run, IReadOnlyCollection<Booking> told, IReadOnlySet<Id<Booking>> booked,
        CancellationToken cancel)
    {
        var course = await db.Courses.OfPartnership(viewer).Where(c => c.Id == run.CourseId).Select(c => new { c.Title, c.Mode })
            .SingleAsync(cancel);
        var venue = await db.Venues.OfPartnership(viewer).AsNoTracking().SingleOrDefaultAsync(v => v.Id == run.VenueId, cancel);
        var support = await db.Partnerships.Where(p => p.Id == run.PartnershipId).Select(p => new { p.ShortName, p.SupportEmail })
            .SingleAsync(cancel);
        var about = new About(run.Id, run.CourseId, course.Title, run.Sessions.Select(s => s.Hours.Words).Listed(), venue?.Words,
            run.Sequence, run.CancelledBecause);
        var ids = told.Select(b => b.StaffId).ToList();
        var people = await db.Staff.OfPartnership(viewer).AsNoTracking().Where(s => ids.Contains(s.Id) && s.Email != null)
            .ToDictionaryAsync(s => s.Id, cancel);
        foreach (var booking in told)
        {
            if (people.GetValueOrDefault(booking.StaffId) is not { Name: var name, Email: { } email }) continue;
            var entry = !booked.Contains(booking.Id) ? null : CalendarEntry.Of(booking, run, SessionWords.Where(venue, course.Mode), portal,
                (support.ShortName, support.SupportEmail), (name, email), clock.Now);
            db.Enqueue(run.State == RunState.Cancelled
                ? new RunCancelledMail(about, entry?.Cancel(), name, email) : new RunChangedMail(about, entry?.Request(), name, email));
        }
    }
}
