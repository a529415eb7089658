using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Features.Returns;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Cycles;

[Allow(Permission.ManageCycles)]
public sealed class PlanModel(PhaseChoices phases, PlanCycle plan, UkClock clock, Viewer viewer) : LoadedPageModel
{
    [BindProperty, Required(ErrorMessage = "Select a phase")] public Id<Phase>? PhaseId { get; set; }
    [BindProperty] public CycleForm Cycle { get; set; } = new();
    public IReadOnlyList<Choice> Phases { get; private set; } = [];

    public void OnGet() => Cycle = CycleForm.Opening(clock.Today.AddDays(7));

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var cycleId = await plan.RunAsync(viewer, PhaseId!.Value, Cycle.Entry(), cancel);
        TempData.Notify("Cycle planned. Check its questions");
        return RedirectToPage("Cycle", new { cycleId });
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Phases = [.. (await phases.RunAsync(viewer, cancel))
            .Select(p => new Choice(p.Id.ToString(), $"Phase {p.Number}") { Hint = $"{p.Agencies} agencies, from {p.StartsOn.Words()}" })];
        return true;
    }
}
