using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Admin.Jobs;

[Allow(Permission.RunJobs)]
public sealed class JobModel(JobRuns runs) : PageModel
{
    public JobRuns.Details Job { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(string job, [FromQuery(Name = "page")] int number, CancellationToken cancel)
    {
        if (await runs.RunAsync(job, number, cancel) is not { } found) return NotFound();
        Job = found;
        return Page();
    }
}
