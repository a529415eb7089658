using Portal.Data;

namespace Portal.Features.Courses.Runs;

/// <summary>Plans a date of a course, as a draft that whoever runs it can look at before anyone can book.</summary>
public sealed class AddRun(PortalDb db, PlanRun plan, UkClock clock)
{
    public async Task<Id<CourseRun>> RunAsync(Viewer viewer, Id<Course> courseId, PlanRun.Entry entry, CancellationToken cancel)
    {
        var course = await db.Courses.VisibleTo(viewer, Permission.RunCourses).Where(c => c.Id == courseId)
            .OneOrRefuseAsync("This course is not within your reach", null, cancel);
        if (course.IsELearning) throw new Refused("People take this course online whenever they like, so it has no dates");
        if (!course.IsOfferedOn(clock.Today)) throw new Refused("This course has been withdrawn");
        var run = new CourseRun { PartnershipId = viewer.PartnershipId, CourseId = courseId };
        await plan.RunAsync(viewer, run, entry, 0, cancel);
        db.CourseRuns.Add(run);
        await db.SaveAsync(viewer, $"Planned a date of {course.Code}", cancel);
        return run.Id;
    }
}
