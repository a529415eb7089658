using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies.Phases;

[Allow(Permission.GovernAgencies)]
public sealed class PhasesModel(PhaseList phases, SavePhase save, Viewer viewer) : LoadedPageModel
{
    /// <summary>The phase being moved; without it the next phase is added.</summary>
    [BindProperty(SupportsGet = true)] public Id<Phase>? Change { get; set; }
    [BindProperty, Display(Name = "First day"), Required(ErrorMessage = "Enter the first day of the phase")]
    public DateOnly? StartsOn { get; set; }
    [BindProperty] public DateOnly? Seen { get; set; }
    public IReadOnlyList<PhaseList.Row> Phases { get; private set; } = [];
    public PhaseList.Row? Changing => Phases.FirstOrDefault(p => p.Id == Change);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        Phases = await phases.RunAsync(viewer, cancel);
        return true;
    }

    public void OnGet() => StartsOn = Seen = Changing?.StartsOn;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await save.RunAsync(viewer, Change, StartsOn!.Value, Seen, cancel);
        TempData.Notify($"The phase begins on {StartsOn.Value.Words()}");
        return RedirectToPage(new { Change = (string?)null });
    }
}
