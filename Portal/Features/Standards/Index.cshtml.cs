using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Standards;

[Allow(Permission.ReadStandards)]
public sealed class IndexModel(StandardList list, Viewer viewer, UkClock clock) : PageModel
{
    public IReadOnlyList<StandardList.Row> Rows { get; private set; } = [];
    public bool MayReadResults => viewer.May(Permission.ReadResults);

    public async Task OnGetAsync(CancellationToken cancel) => Rows = await list.RunAsync(viewer, clock.Today, cancel);
}
