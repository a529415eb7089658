using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Demand.Scenarios;

[Allow(Permission.DecideRequests)]
public sealed class EditModel(ScenarioList scenarios, SaveScenario save, Viewer viewer) : LoadedPageModel<DemandScenario>
{
    [FromRoute] public Id<DemandScenario> ScenarioId { get; set; }
    [BindProperty] public ScenarioForm Form { get; set; } = new();
    [BindProperty] public int Seen { get; set; }
    public DemandScenario Scenario => Loaded;

    public void OnGet() => (Form, Seen) = (ScenarioForm.Of(Scenario), Scenario.Version);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await save.RunAsync(viewer, ScenarioId, Form.Name!, Form.Entry(), Seen, cancel);
        TempData.Notify("Scenario changed");
        return RedirectToPage("/Commissioning/Demand/Index", new { scenario = ScenarioId });
    }

    protected override Task<DemandScenario?> FindAsync(CancellationToken cancel) => scenarios.OneAsync(viewer, ScenarioId, cancel);
}
