using Microsoft.AspNetCore.Mvc;
using Portal.Features.Courses.Organising;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Runs;

[Allow(Permission.RunCourses)]
public sealed class AddModel(RunList list, RunChoices choices, AddRun add, Viewer viewer, UkClock clock) : RunFormPageModel(choices, viewer)
{
    [FromRoute] public Id<Course> CourseId { get; set; }
    public RunList.Option Course { get; private set; } = null!;

    /// <param name="day">A day that was suggested for it, with its <paramref name="places"/>.</param>
    public void OnGet(DateOnly? day, int? places) => Form = RunForm.New(clock.Today, day, places);

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancel)
    {
        if (AddsLine(then)) return Page();
        this.StopIfInvalid();
        var runId = await add.RunAsync(Viewer, CourseId, Form.Entry(), cancel);
        TempData.Notify("Date planned as a draft. Publish it when it is right: nobody can book it before");
        return RedirectToPage("/Courses/Organising/Organise", new { runId });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if ((await list.CoursesAsync(Viewer, cancel)).FirstOrDefault(c => c.Id == CourseId) is not { } course) return false;
        Course = course;
        await OfferAsync(CourseId, cancel);
        return true;
    }
}
