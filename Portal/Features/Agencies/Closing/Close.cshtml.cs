using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Portal.Components.GovUk;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies.Closing;

[Allow(Permission.GovernAgencies)]
public sealed class CloseModel(
    AgencyView agencies, CloseAgency close, OtherAgencies others, Viewer viewer) : AgencyPageModel(agencies, viewer)
{
    [BindProperty, Required(ErrorMessage = "Select whether another agency carries the work on")] public bool? Merge { get; set; }
    [BindProperty] public Id<Agency>? IntoId { get; set; }
    [BindProperty] public string? Confirm { get; set; }
    public CloseAgency.Consequence Consequence { get; private set; } = null!;
    public DateOnly LastDayToReopen => Agency.LastDayToReopen(Details.Today);
    public IReadOnlyList<Choice> Others { get; private set; } = [];

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        if (Merge == true && IntoId is null) throw new Refused("Select the agency that carries the work on", nameof(IntoId));
        if (!string.Equals(Confirm, Agency.Name, StringComparison.OrdinalIgnoreCase))
            throw new Refused($"Type {Agency.Name} to confirm", nameof(Confirm));
        await close.RunAsync(Viewer, AgencyId, Merge == true ? IntoId : null, Seen, cancel);
        TempData.Notify(Merge == true ? "The agencies are merged" : "The agency is closed");
        return ToAgency();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        Consequence = await close.ForeseeAsync(AgencyId, cancel);
        Others = [.. (await others.RunAsync(Viewer, AgencyId, cancel)).Select(o => new Choice($"{o.Id}", o.Name))];
        return true;
    }
}
