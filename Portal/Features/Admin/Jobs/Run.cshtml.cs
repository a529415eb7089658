using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Admin.Jobs;

/// <summary>The button that runs a job now; it has no page of its own.</summary>
[Allow(Permission.RunJobs)]
public sealed class RunModel(RunJobNow runNow, Viewer viewer) : PageModel
{
    public IActionResult OnGet(string job) => RedirectToPage("Job", new { job });

    public async Task<IActionResult> OnPostAsync(string job, CancellationToken cancel)
    {
        var asked = await runNow.RunAsync(viewer, job, cancel);
        TempData.Notify($"“{asked.Does}” runs in a moment");
        return RedirectToPage("Index");
    }
}
