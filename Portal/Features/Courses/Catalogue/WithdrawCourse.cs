using Portal.Data;

namespace Portal.Features.Courses.Catalogue;

/// <summary>Takes a course out of the offer from a day on. Who is booked already keeps the place.</summary>
public sealed class WithdrawCourse(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<Course> courseId, DateOnly from, int seen, CancellationToken cancel) => db.StepAsync(
        viewer, courseId, db.Courses.VisibleTo(viewer, Permission.EditCourses), seen, "course", course =>
        {
            if (from < clock.Today) throw new Refused("The day must be today or later", "From");
            course.Withdraw(from);
            return Task.FromResult($"Withdrew the course {course.Code}, {course.Title}");
        }, cancel);
}
