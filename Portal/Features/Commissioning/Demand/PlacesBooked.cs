using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Demand;

/// <summary>
/// Places that are booked on dates to come of courses that lead to a level, once for each level: now, or as an earlier day had it.
/// </summary>
public sealed class PlacesBooked(PortalDb db, UkClock clock)
{
    /// <param name="StartsAt">UTC: its date begins.</param>
    public sealed record Place(Id<Booking> Id, Id<StaffMember> StaffId, int Level, DateTime StartsAt)
    {
        /// <summary>As it is seen from a day.</summary>
        public PlacesAhead.Place From(DateOnly day)
        {
            var starts = UkClock.DayOf(StartsAt);
            return new(StaffId, Level, (starts.Year - day.Year) * 12 + starts.Month - day.Month + 1);
        }
    }

    /// <param name="asAt">A day in the past, at whose beginning they were booked whatever became of them; null for now.</param>
    public Task<List<Place>> RunAsync(Viewer viewer, Domain.Framework framework, DateOnly? asAt, CancellationToken cancel)
    {
        var then = asAt is { } day ? UkClock.StartOf(day) : clock.Now;
        var all = db.Bookings.OfPartnership(viewer);
        var booked = asAt is null
            ? all.Where(b => b.State == BookingState.Booked)
            : all.Where(b => b.Events.Any(e => e.At < then && BookingWords.GivePlace.Contains(e.Step))
                && !b.Events.Any(e => e.At < then && BookingWords.GiveBack.Contains(e.Step)));
        return (
            from booking in booked
            join run in db.CourseRuns.OfPartnership(viewer) on booking.RunId equals run.Id
            where run.StartsAt > then && (asAt != null || run.State == RunState.Published)
            from level in db.Courses.Where(c => c.Id == run.CourseId).SelectMany(c => c.Levels)
            where level.Framework == framework.Code
            select new Place(booking.Id, booking.StaffId, level.LevelNumber, run.StartsAt)).ToListAsync(cancel);
    }
}
