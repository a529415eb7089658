using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Jobs;
using Portal.Security;

namespace Portal.Features.Admin.Jobs;

[Allow(Permission.RunJobs)]
public sealed class IndexModel(JobTable table, ClockState clock, Viewer viewer) : PageModel
{
    public bool MayReadEngine => viewer.May(Permission.ReadEngine);

    public IReadOnlyList<JobTable.Row> Jobs { get; private set; } = [];

    public ClockDoubt? Doubt { get; private set; }

    public async Task OnGetAsync(CancellationToken cancel) => (Jobs, Doubt) = (await table.RunAsync(cancel), await clock.RunAsync(cancel));
}
