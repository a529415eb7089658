using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Courses.Places;

namespace Portal.Features.Courses.Runs;

/// <summary>
/// Changes a date. Places that are added are offered at once; once it is published, everyone on it or in the queue is told when its time
/// or place changes.
/// </summary>
public sealed class ChangeRun(PortalDb db, PlacesOfRun places, PlanRun plan, TellOfRun tell)
{
    /// <param name="seen">The version that the form showed.</param>
    public async Task RunAsync(Viewer viewer, Id<CourseRun> runId, PlanRun.Entry entry, int seen, CancellationToken cancel)
    {
        await db.CourseRuns.VisibleTo(viewer, db).AsNoTracking().Where(r => r.Id == runId)
            .OneOrRefuseAsync("This date is not within your reach", null, cancel);
        await places.RunAsync(viewer, runId, [], async (run, queue) =>
        {
            Refused.IfStale(run, seen);
            await db.Entry(run).Collection(r => r.Trainers).LoadAsync(cancel);
            var sequence = run.Sequence;
            await plan.RunAsync(viewer, run, entry, queue.Taken, cancel);
            if (run.State == RunState.Published && run.Sequence != sequence)
                await tell.RunAsync(viewer, run, [.. queue.Bookings.Where(b => b.State.IsLive())], queue.Booked, cancel);
            return "Changed a date of a course";
        }, cancel);
    }
}
