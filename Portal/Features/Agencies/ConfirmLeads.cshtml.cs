using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies;

[Allow(Permission.ConfirmLeads)]
public sealed class ConfirmLeadsModel(AgencyView agencies, ConfirmLeads confirm, Viewer viewer) : AgencyPageModel(agencies, viewer)
{
    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await confirm.RunAsync(Viewer, AgencyId, cancel);
        TempData.Notify("Thank you. The leads are confirmed in post as of today");
        return ToAgency();
    }
}
