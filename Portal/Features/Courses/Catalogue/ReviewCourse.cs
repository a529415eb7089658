using Portal.Data;

namespace Portal.Features.Courses.Catalogue;

/// <summary>Records how an in-house course compares with the standard that holds for all training.</summary>
public sealed class ReviewCourse(PortalDb db, UkClock clock)
{
    public sealed record Entry(DateOnly ReviewedOn, string Trainer, string ContentMap, bool Passed, string? Note);

    public async Task RunAsync(Viewer viewer, Id<Course> courseId, Entry entry, CancellationToken cancel)
    {
        var course = await db.Courses.VisibleTo(viewer, Permission.EditCourses).Where(c => c.Id == courseId)
            .OneOrRefuseAsync("This course is not within your reach", null, cancel);
        if (course.AgencyId is not { } agency) throw new Refused("Only in-house courses are reviewed here");
        var review = new CourseReview
        {
            PartnershipId = viewer.PartnershipId, CourseId = courseId, AgencyId = agency, ReviewedOn = entry.ReviewedOn,
            Trainer = entry.Trainer, ContentMap = entry.ContentMap, Passed = entry.Passed, Note = entry.Note, ReviewedBy = viewer.UserId,
        };
        review.RefuseUnlessSound(clock.Today);
        db.CourseReviews.Add(review);
        await db.SaveAsync(viewer, $"Reviewed the in-house course {course.Code}, {course.Title}", cancel);
    }
}
