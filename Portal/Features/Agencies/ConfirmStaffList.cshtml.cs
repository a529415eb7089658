using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies;

[Allow(Permission.ImportStaff)]
public sealed class ConfirmStaffListModel(AgencyView agencies, ConfirmStaffList confirm, Viewer viewer) : AgencyPageModel(agencies, viewer)
{
    public int People { get; private set; }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await confirm.RunAsync(Viewer, AgencyId, Seen, cancel);
        TempData.Notify("Thank you. The staff list is confirmed as of today");
        return ToAgency();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        People = await confirm.CountAsync(AgencyId, cancel);
        return true;
    }
}
