using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Features.Cycles;
using Portal.Security;

namespace Portal.Features.Returns;

[Allow(Permission.WriteReturns, Permission.ReadReturns)]
public sealed class IndexModel(ReturnList returns, CycleList cycles, Viewer viewer) : PageModel
{
    [FromQuery] public Id<Cycle>? Cycle { get; set; }
    [FromQuery] public ReturnList.Show? Show { get; set; }
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;
    public Page<ReturnList.Row> Found { get; private set; } = null!;
    public IReadOnlyList<CycleList.Row> Cycles { get; private set; } = [];
    public bool MayManage => viewer.May(Permission.ManageCycles);
    public bool MayAsk => viewer.May(Permission.ReviewReturns) && Show == ReturnList.Show.Missing && Found.Total > 0;
    public bool MayInvite => viewer.May(Permission.ManagePeople) && Show == ReturnList.Show.Unsignable;
    public bool MayReadGaps => viewer.May(Permission.ReadGaps);
    public bool SeveralAgencies => viewer.Reach(Permission.ReadReturns) == Reach.Partnership;

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Found = await returns.RunAsync(viewer, new(Cycle, Show, PageNumber), cancel);
        if (SeveralAgencies) Cycles = await cycles.RunAsync(viewer, cancel);
    }
}
