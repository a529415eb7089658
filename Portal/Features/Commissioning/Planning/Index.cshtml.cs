using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Commissioning.Planning;

[Allow(Permission.ReadFunding)]
public sealed class IndexModel(PlanList list, Viewer viewer) : PageModel
{
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;
    public Page<PlanList.Row> Found { get; private set; } = null!;
    public bool SeesFew => PlanSummary.SeesFew(viewer);
    public bool MayAsk => viewer.May(Permission.DecideRequests);

    public async Task OnGetAsync(CancellationToken cancel) => Found = await list.RunAsync(viewer, Number, cancel);
}
