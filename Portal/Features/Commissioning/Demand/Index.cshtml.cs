using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;

namespace Portal.Features.Commissioning.Demand;

[Allow(Permission.ReadGaps)]
public sealed class IndexModel(TrainingDemand demand, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true)] public int? Level { get; set; }
    public TrainingDemand.View View { get; private set; } = null!;

    /// <summary>The level whose months are shown: the one chosen, or the one that needs most places at the end.</summary>
    public TrainingDemand.LevelDemand? Shown => View.Levels.FirstOrDefault(l => l.Level.Number == Level)
        ?? View.Levels.MaxBy(l => l.Lines[^1].Needed);
    public bool MayOpenStaff => viewer.May(Permission.ReadStaff);
    public bool MayOpenRequests => viewer.May(Permission.ReadRequests);
    public bool MayWrite => viewer.May(Permission.WriteRequests);

    public async Task OnGetAsync(CancellationToken cancel) => View = await demand.RunAsync(viewer, cancel);
}
