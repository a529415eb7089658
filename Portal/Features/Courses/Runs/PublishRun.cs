using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Courses.Runs;

/// <summary>Shows a draft to those who may book it. A course in a room is given somewhere.</summary>
public sealed class PublishRun(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<CourseRun> runId, int seen, CancellationToken cancel) =>
        db.StepAsync(viewer, runId, db.CourseRuns.VisibleTo(viewer, db), seen, "date", async run =>
        {
            var course = await db.Courses.OfPartnership(viewer).SingleAsync(c => c.Id == run.CourseId, cancel);
            if (!course.IsOfferedOn(run.FirstDay)) throw new Refused("The course is withdrawn before this date");
            if (course.Mode == CourseMode.Room && run.VenueId is null) throw new Refused("Say where it takes place before you publish it");
            run.Publish(viewer, clock.Now);
            return $"Published a date of {course.Code}";
        }, cancel);
}
