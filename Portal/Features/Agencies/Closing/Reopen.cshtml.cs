using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Agencies.Closing;

/// <summary>What comes back when an agency that was closed or merged in error is opened again, before it is.</summary>
[Allow(Permission.GovernAgencies)]
public sealed class ReopenModel(AgencyView agencies, ReopenAgency reopen, Viewer viewer) : AgencyPageModel(agencies, viewer)
{
    public ReopenAgency.Consequence Consequence { get; private set; } = new(0, 0, 0);
    public bool MayReopen => !Details.IsOpen && Agency.MayReopenOn(Details.Today);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await reopen.RunAsync(Viewer, AgencyId, Seen, cancel);
        TempData.Notify("The agency is open again. Its standards are judged within a few minutes");
        return ToAgency();
    }

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (MayReopen) Consequence = await reopen.ForeseeAsync(Viewer, Agency, cancel);
        return true;
    }
}
