using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Features.Courses.Organising;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Runs;

[Allow(Permission.RunCourses)]
public sealed class CancelModel(RunView runs, CancelRun cancelRun, Viewer viewer) : RunPageModel(runs, viewer)
{
    [BindProperty, UpTo(1000, What = "The sentence")] public string? Because { get; set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await cancelRun.RunAsync(Viewer, RunId, Because, cancel);
        TempData.Notify("Date cancelled. Everyone who had a place, or waited for one, is told");
        return RedirectToPage("/Courses/Organising/Organise", new { RunId });
    }
}
