using Microsoft.AspNetCore.Mvc;
using Portal.Components;
using Portal.Components.GovUk;
using Portal.Features.Agencies.Phases;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies;

[Allow(Permission.GovernAgencies)]
public sealed class AddModel(SaveAgency save, PhaseList phases, Viewer viewer, UkClock clock) : LoadedPageModel
{
    [BindProperty] public AgencyForm Form { get; set; } = new();

    public bool HasPhases { get; private set; }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        var choices = Choices(await phases.RunAsync(viewer, cancel), clock.Today);
        (ViewData["Phases"], HasPhases) = (choices, choices.Count > 0);
        return true;
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        var agencyId = await save.RunAsync(viewer, null, Form.Entry(), 0, cancel);
        TempData.Notify($"{Form.Name} added. Next, invite its training lead and executive lead");
        return RedirectToPage("Agency", new { agencyId });
    }

    internal static IReadOnlyList<Choice> Choices(IEnumerable<PhaseList.Row> phases, DateOnly today) =>
        [.. phases.Select(p => new Choice($"{p.Id}", $"Phase {p.Number}, from {p.StartsOn.Words()}")
        {
            Hint = p.StartsOn > today ? null : "It has begun: the agency is judged at once, and what it does not have yet is flagged",
        })];
}
