using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components.GovUk;
using Portal.Data;
using Portal.Features.Agencies.Phases;
using Portal.Security;

namespace Portal.Features.Agencies;

[Allow(Permission.ReadAgencies)]
public sealed class IndexModel(AgencyList list, PhaseList phases, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public string? Search { get; set; }
    [BindProperty(SupportsGet = true)] public AgencyType? Type { get; set; }
    [BindProperty(SupportsGet = true)] public int? Phase { get; set; }
    [BindProperty(SupportsGet = true)] public bool Closed { get; set; }
    [BindProperty(SupportsGet = true)] public AgencyList.Lack? Lack { get; set; }
    [FromQuery(Name = "page")] public int Number { get; set; } = 1;

    public Page<AgencyList.Row> Found { get; private set; } = null!;
    public IReadOnlyList<Choice> Phases { get; private set; } = [];
    public static IReadOnlyList<Choice> Types { get; } = Choice.Of<AgencyType>(t => t.Words());
    public static IReadOnlyList<Choice> Lacks { get; } = Choice.Of<AgencyList.Lack>(l => Words.Capital(AgencyList.Words(l)));
    public bool MayGovern => viewer.May(Permission.GovernAgencies);
    public bool MayInvite => viewer.May(Permission.ManagePeople);
    public bool MayAsk => MayGovern && Lack == AgencyList.Lack.StaffList && Found.Total > 0;

    /// <summary>Someone who sees one agency goes straight to it.</summary>
    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (viewer.Reach(Permission.ReadAgencies) == Reach.Agency) return RedirectToPage("Agency", new { agencyId = viewer.AgencyId });
        Phases = [.. (await phases.RunAsync(viewer, cancel)).Select(p => new Choice($"{p.Number}", $"Phase {p.Number}"))];
        Found = await list.RunAsync(viewer, new(Search, Type, Phase, Closed, Number, Lack), cancel);
        return Page();
    }
}
