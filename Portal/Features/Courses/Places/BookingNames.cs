using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Audit;

namespace Portal.Features.Courses.Places;

/// <summary>What bookings are called in the audit: the course and the day, and not whose they are.</summary>
public sealed class BookingNames(PortalDb db) : INameRows
{
    public async Task<List<RowName>> RunAsync(Viewer viewer, IReadOnlyList<Guid> ids, CancellationToken cancel)
    {
        var keys = ids.Select(id => new Id<Booking>(id)).ToList();
        var found = await (from booking in db.Bookings.OfPartnership(viewer).Where(b => keys.Contains(b.Id))
                           join run in db.CourseRuns on booking.RunId equals run.Id
                           join course in db.Courses on run.CourseId equals course.Id
                           select new { booking.Id, course.Title, run.StartsAt, booking.Number }).ToListAsync(cancel);
        return [.. found.Select(b => new RowName(b.Id.Value,
            $"{b.Title}, {Words.Day(UkClock.DayOf(b.StartsAt))}, booking {b.Number}"))];
    }
}
