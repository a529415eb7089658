using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Organising;

/// <summary>What became of the places on past dates of courses, in the last two years.</summary>
public sealed class CourseHistory(PortalDb db, UkClock clock)
{
    public const int Years = 2;

    public async Task<IReadOnlyDictionary<Id<Course>, RunRisk.History>> RunAsync(
        Viewer viewer, IReadOnlyCollection<Id<Course>> courses, CancellationToken cancel)
    {
        var (since, now) = (UkClock.StartOf(clock.Today.AddYears(-Years)), clock.Now);
        return await db.CourseRuns.VisibleTo(viewer, db)
            .Where(r => courses.Contains(r.CourseId) && r.State == RunState.Published && r.EndsAt <= now && r.EndsAt > since)
            .Join(db.Bookings, r => r.Id, b => b.RunId, (r, b) => new { r.CourseId, b.RunId, b.State, b.IsLate })
            .Where(b => b.State == BookingState.Attended || b.State == BookingState.PartAttended || b.State == BookingState.DidNotAttend
                || b.State == BookingState.Excused || (b.State == BookingState.Cancelled && b.IsLate))
            .GroupBy(b => b.CourseId)
            .Select(g => new
            {
                g.Key, Dates = g.Select(b => b.RunId).Distinct().Count(), Places = g.Count(),
                Lost = g.Count(b => b.State != BookingState.Attended && b.State != BookingState.PartAttended),
            })
            .ToDictionaryAsync(g => g.Key, g => new RunRisk.History(g.Dates, g.Places, g.Lost), cancel);
    }
}
