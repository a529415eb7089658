using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Demand;

/// <summary>
/// Of the places on courses that lead to a level that were kept until their date, in the two years up to a day: how many were used, and of
/// how many, by level.
/// </summary>
public sealed class PlacesUsed(PortalDb db)
{
    private const int Years = 2;

    public async Task<IReadOnlyDictionary<int, (int Used, int All)>> RunAsync(
        Viewer viewer, Domain.Framework framework, DateOnly day, CancellationToken cancel)
    {
        var (since, until) = (UkClock.StartOf(day.AddYears(-Years)), UkClock.StartOf(day.AddDays(1)));
        var marked = await (
            from booking in db.Bookings.OfPartnership(viewer)
            where booking.State == BookingState.Attended || booking.State == BookingState.PartAttended
                || booking.State == BookingState.DidNotAttend || booking.State == BookingState.Excused
            join run in db.CourseRuns on booking.RunId equals run.Id
            where run.StartsAt >= since && run.StartsAt < until
            from level in db.Courses.Where(c => c.Id == run.CourseId).SelectMany(c => c.Levels)
            where level.Framework == framework.Code
            group booking by new { level.LevelNumber, Used = booking.State == BookingState.Attended } into alike
            select new { alike.Key.LevelNumber, alike.Key.Used, Count = alike.Count() }).ToListAsync(cancel);
        return marked.GroupBy(m => m.LevelNumber)
            .ToDictionary(g => g.Key, g => (g.Where(m => m.Used).Sum(m => m.Count), g.Sum(m => m.Count)));
    }
}
