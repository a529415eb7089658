using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Catalogue;

[Allow(Permission.EditCourses)]
public sealed class WithdrawModel(CourseView courses, WithdrawCourse withdraw, Viewer viewer) : EditCoursePageModel(courses, viewer)
{
    [BindProperty, Display(Name = "Day"), Required(ErrorMessage = "Enter the first day on which it is no longer offered")]
    public DateOnly? From { get; set; }

    public void OnGet() => From = Details.Today;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await withdraw.RunAsync(Viewer, CourseId, From!.Value, Seen, cancel);
        TempData.Notify("Course withdrawn");
        return ToCourse();
    }
}
