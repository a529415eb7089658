using Portal.Data;

namespace Portal.Features.Courses.Catalogue;

/// <summary>Puts a course that was withdrawn, or is to be, back on offer.</summary>
public sealed class OfferCourseAgain(PortalDb db)
{
    public Task RunAsync(Viewer viewer, Id<Course> courseId, int seen, CancellationToken cancel) => db.StepAsync(
        viewer, courseId, db.Courses.VisibleTo(viewer, Permission.EditCourses), seen, "course", course =>
        {
            course.OfferAgain();
            return Task.FromResult($"Offered the course {course.Code}, {course.Title}, again");
        }, cancel);
}
