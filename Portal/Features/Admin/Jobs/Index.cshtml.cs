using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Admin.Jobs;

[Allow(Permission.RunJobs)]
public sealed class IndexModel(JobTable table) : PageModel
{
    public IReadOnlyList<JobTable.Row> Jobs { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel) => Jobs = await table.RunAsync(cancel);
}
