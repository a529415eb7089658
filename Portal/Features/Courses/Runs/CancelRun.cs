using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Runs;

/// <summary>Takes a date off: every place and turn ends without a charge, and everyone who had one is told.</summary>
public sealed class CancelRun(PortalDb db, PlacesOfRun places, TellOfRun tell, UkClock clock)
{
    /// <param name="because">What they are told; asked for where there is somebody to tell.</param>
    public async Task RunAsync(Viewer viewer, Id<CourseRun> runId, string? because, CancellationToken cancel)
    {
        await db.CourseRuns.VisibleTo(viewer, db).AsNoTracking().Where(r => r.Id == runId)
            .OneOrRefuseAsync("This date is not within your reach", null, cancel);
        await places.RunAsync(viewer, runId, [], async (run, queue) =>
        {
            var (told, booked) = (queue.Bookings.Where(b => b.State.IsLive()).ToList(), queue.Booked);
            if (queue.Bookings.Any(b => b.State.IsMark()))
                throw new Refused("Its register has been begun, so this date cannot be cancelled");
            if (told.Count > 0 && because is null) throw new Refused("Enter a sentence for those who are booked", "Because");
            run.Cancel(viewer, because, clock.Now);
            told.ForEach(b => b.CancelWithRun(viewer, clock.Now));
            await tell.RunAsync(viewer, run, told, booked, cancel);
            return "Cancelled a date of a course";
        }, cancel);
    }
}
