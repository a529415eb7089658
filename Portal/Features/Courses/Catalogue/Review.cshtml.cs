using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Catalogue;

[Allow(Permission.EditCourses)]
public sealed class ReviewModel(CourseView courses, ReviewCourse review, Viewer viewer) : EditCoursePageModel(courses, viewer)
{
    [BindProperty, Display(Name = "Day of the review"), Required(ErrorMessage = "Enter the day of the review")]
    public DateOnly? ReviewedOn { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter who teaches it"), UpTo(200)] public string? Trainer { get; set; }
    [BindProperty, Required(ErrorMessage = "Enter which part teaches which statement"), UpTo(CourseReview.LongestMap)]
    public string? ContentMap { get; set; }
    [BindProperty, Required(ErrorMessage = "Select whether it meets the standard")] public bool? Passed { get; set; }
    [BindProperty, UpTo(1000)] public string? Note { get; set; }

    public void OnGet() => ReviewedOn = Details.Today;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await review.RunAsync(Viewer, CourseId, new(ReviewedOn!.Value, Trainer!, ContentMap!, Passed!.Value, Note), cancel);
        TempData.Notify("Review recorded");
        return ToCourse();
    }

    protected override async Task<CourseView.Details?> FindAsync(CancellationToken cancel) =>
        await base.FindAsync(cancel) is { Agency: not null } found ? found : null;
}
