using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Organising;

/// <summary>
/// Deletes what people said that they need to take part, <see cref="AccessNeed.KeptForDays"/> days after the date is over.
/// </summary>
public sealed class DeleteAccessNeedsJob(PortalDb db, UkClock clock)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var kept = UkClock.StartOf(clock.Today.AddDays(-AccessNeed.KeptForDays));
        var over = db.CourseRuns.Where(r => r.EndsAt < kept);
        var deleted = await db.AccessNeeds
            .Where(n => db.Bookings.Any(b => b.Id == n.BookingId && over.Any(r => r.Id == b.RunId))).ExecuteDeleteAsync(cancel);
        return deleted == 0 ? null : $"Deleted {Words.Count(deleted, "access need")}";
    }
}
