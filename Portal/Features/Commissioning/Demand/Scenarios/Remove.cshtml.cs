using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Demand.Scenarios;

[Allow(Permission.DecideRequests)]
public sealed class RemoveModel(ScenarioList scenarios, RemoveScenario remove, Viewer viewer) : LoadedPageModel<DemandScenario>
{
    [FromRoute] public Id<DemandScenario> ScenarioId { get; set; }
    public DemandScenario Scenario => Loaded;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await remove.RunAsync(viewer, ScenarioId, cancel);
        TempData.Notify("Scenario removed");
        return RedirectToPage("/Commissioning/Demand/Index");
    }

    protected override Task<DemandScenario?> FindAsync(CancellationToken cancel) => scenarios.OneAsync(viewer, ScenarioId, cancel);
}
