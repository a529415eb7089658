using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Commissioning.Demand.Scenarios;

[Allow(Permission.DecideRequests)]
public sealed class AddModel(SaveScenario save, Viewer viewer) : PageModel
{
    [BindProperty] public ScenarioForm Form { get; set; } = new();

    public void OnGet() => Form = ScenarioForm.New();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var scenario = await save.RunAsync(viewer, null, Form.Name!, Form.Entry(), 0, cancel);
        TempData.Notify("Scenario saved");
        return RedirectToPage("/Commissioning/Demand/Index", new { scenario });
    }
}
