using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Features.Courses.Organising;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Runs;

[Allow(Permission.RunCourses)]
public sealed class CopyModel(RunView runs, CopyRun copy, Viewer viewer) : RunPageModel(runs, viewer)
{
    [BindProperty, Display(Name = "The first day"), Required(ErrorMessage = "Enter the first day")] public DateOnly? First { get; set; }
    [BindProperty, Display(Name = "How often"), Required(ErrorMessage = "Enter how often it is given")] public int? Times { get; set; } = 1;
    [BindProperty, Display(Name = "Weeks"), Required(ErrorMessage = "Enter how many weeks lie between")]
    public int? EveryWeeks { get; set; } = 1;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var made = await copy.RunAsync(Viewer, RunId, new(First!.Value, Times!.Value, EveryWeeks!.Value), cancel);
        TempData.Notify($"{Words.Count(made.Dates, "date")} planned as {(made.Dates == 1 ? "a draft" : "drafts")}"
            + (made.LeftOut.Count == 0 ? "" : $". Left out: {made.LeftOut.Listed()}"));
        return RedirectToPage("/Courses/Organising/Index", new { Show = RunList.Show.Drafts, Course = Run.CourseId });
    }
}
