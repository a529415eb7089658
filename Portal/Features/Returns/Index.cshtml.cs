using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Features.Cycles;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Returns;

[Allow(Permission.WriteReturns, Permission.ReadReturns)]
public sealed class IndexModel(ReturnList returns, CycleList cycles, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public Id<Cycle>? Cycle { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "The kind of agency")] public AgencyType? Type { get; set; }
    [BindProperty(SupportsGet = true), Display(Name = "The state")] public ReturnList.Show? Show { get; set; }
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;
    public Page<ReturnList.Row> Found { get; private set; } = null!;
    public IReadOnlyList<CycleList.Row> Cycles { get; private set; } = [];
    public bool MayManage => viewer.May(Permission.ManageCycles);
    public bool MayReview => viewer.May(Permission.ReviewReturns);
    public bool MayAsk => MayReview && Found.Total > 0
        && (Show == ReturnList.Show.Missing || (Show == ReturnList.Show.BeingWritten && Cycle is not null));
    public bool MayInvite => viewer.May(Permission.ManagePeople) && Show == ReturnList.Show.Unsignable;
    public bool MayReadGaps => viewer.May(Permission.ReadGaps);
    public bool SeveralAgencies => viewer.Reach(Permission.ReadReturns) == Reach.Partnership;
    public static IReadOnlyList<Choice> Types { get; } = Choice.Of<AgencyType>(t => t.Words());
    public IReadOnlyList<Choice> CycleChoices => [.. Cycles.Where(c => c.IsOpen).Select(c => new Choice($"{c.Id}", c.Title))];

    /// <summary>What narrows the list, besides the state that its navigation shows.</summary>
    public Chosen Chosen => new(Request)
    {
        { nameof(Search), Search is null ? null : $"“{Search}”" },
        { nameof(Cycle), Cycle is null ? null : Cycles.FirstOrDefault(c => c.Id == Cycle)?.Title ?? "One cycle" },
        { nameof(Type), Type?.Words() },
    };

    public async Task OnGetAsync(CancellationToken cancel)
    {
        if (SeveralAgencies) Cycles = await cycles.RunAsync(viewer, cancel);
        Found = await returns.RunAsync(viewer, new(Cycle, Show, PageNumber, Search, Type), cancel);
    }
}
