using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Catalogue;

[Allow(Permission.EditCourses)]
public sealed class EditModel(CourseView courses, SaveCourse save, CourseChoices choices, Viewer viewer)
    : EditCoursePageModel(courses, viewer)
{
    [BindProperty] public CourseForm Form { get; set; } = new();
    public CourseChoices.Offered Choices { get; private set; } = null!;

    public void OnGet() => Form = CourseForm.Of(Course, Choices.Framework);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await save.RunAsync(Viewer, CourseId, Form.Entry(), Seen, cancel);
        TempData.Notify("Course changed");
        return ToCourse();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        ViewData["Choices"] = Choices = await choices.RunAsync(Viewer, Course, cancel);
        Form.Complete();
        return true;
    }
}
