using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Courses.Register;

/// <summary>
/// Dates whose last session has begun and where people are not marked yet: the newest few, so that older ones do not hide them.
/// </summary>
public sealed class RegisterTasks(PortalDb db, UkClock clock) : ITasks
{
    private const int Most = 5, Days = 60;

    public int Order => 75;
    public Permission? Needs => Permission.RunCourses;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        // Whoever reaches the whole partnership hears of it when those who give the course have not done it for a week.
        var until = viewer.Reach(Permission.RunCourses) == Reach.Partnership ? clock.Now.AddDays(-7) : clock.Now;
        var since = UkClock.StartOf(clock.Today.AddDays(-Days));
        var open = await db.CourseRuns.VisibleTo(viewer, db)
            .Where(r => r.State == RunState.Published && r.EndsAt > since && r.Sessions.All(s => s.StartsAt <= until))
            .Where(r => db.Bookings.Any(b => b.RunId == r.Id && b.State == BookingState.Booked))
            .OrderByDescending(r => r.EndsAt).ThenBy(r => r.Id).Take(Most)
            .Select(r => new { r.Id, r.EndsAt, Title = db.Courses.Where(c => c.Id == r.CourseId).Select(c => c.Title).First() })
            .ToListAsync(cancel);
        return [.. open.Select(r => new HomeTask($"Mark the register of {r.Title} on {Words.Day(UkClock.DayOf(r.EndsAt))}",
            $"/Courses/Dates/{r.Id}/Register", UkClock.DayOf(r.EndsAt), "Who attended has a training record from then on"))];
    }
}
