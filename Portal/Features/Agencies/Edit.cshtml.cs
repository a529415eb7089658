using Microsoft.AspNetCore.Mvc;
using Portal.Features.Agencies.Phases;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies;

[Allow(Permission.GovernAgencies)]
public sealed class EditModel(AgencyView agencies, SaveAgency save, PhaseList phases, Viewer viewer) : AgencyPageModel(agencies, viewer)
{
    [BindProperty] public AgencyForm Form { get; set; } = new();

    public void OnGet() => Form = new() { Name = Agency.Name, Type = Agency.Type, Duty = Agency.Duty, PhaseId = Agency.PhaseId };

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        this.StopIfInvalid();
        await save.RunAsync(Viewer, AgencyId, Form.Entry(), Seen, cancel);
        TempData.Notify("Agency changed");
        return ToAgency();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        ViewData["Phases"] = AddModel.Choices(await phases.RunAsync(Viewer, cancel), Details.Today);
        return true;
    }
}
