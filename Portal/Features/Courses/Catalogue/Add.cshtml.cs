using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Catalogue;

[Allow(Permission.EditCourses)]
public sealed class AddModel(SaveCourse save, CourseChoices choices, Viewer viewer) : LoadedPageModel
{
    [BindProperty] public CourseForm Form { get; set; } = new();
    public CourseChoices.Offered Choices { get; private set; } = null!;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        ViewData["Choices"] = Choices = await choices.RunAsync(viewer, null, cancel);
        Form.Complete();
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var courseId = await save.RunAsync(viewer, null, Form.Entry(), 0, cancel);
        TempData.Notify($"{Form.Title} added");
        return RedirectToPage(Choices.IsInHouse ? "Review" : "Course", new { courseId });
    }
}
