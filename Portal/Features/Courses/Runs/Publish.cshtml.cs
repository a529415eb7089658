using Microsoft.AspNetCore.Mvc;
using Portal.Features.Courses.Organising;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Courses.Runs;

[Allow(Permission.RunCourses)]
public sealed class PublishModel(RunView runs, PublishRun publish, Viewer viewer) : RunPageModel(runs, viewer)
{
    [BindProperty] public int Seen { get; set; }

    public void OnGet() => Seen = Run.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await publish.RunAsync(Viewer, RunId, Seen, cancel);
        TempData.Notify($"Published. It can be booked from {Words.Instant(Run.Terms.OpensAt)}");
        return RedirectToPage("/Courses/Organising/Organise", new { RunId });
    }
}
