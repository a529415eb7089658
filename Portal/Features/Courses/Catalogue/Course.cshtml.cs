using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Catalogue;

[Allow(Permission.ReadCourses)]
public sealed class CourseModel(CourseView courses, OfferCourseAgain offer, Viewer viewer) : CoursePageModel(courses, viewer)
{
    public async Task<IActionResult> OnPostOfferAsync(CancellationToken cancel)
    {
        if (!Details.MayEdit) return NotFound();
        await offer.RunAsync(Viewer, CourseId, Seen, cancel);
        TempData.Notify("The course is offered again");
        return ToCourse();
    }
}
