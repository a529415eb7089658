using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Agencies;

/// <summary>A page about one agency.</summary>
public abstract class AgencyPageModel(AgencyView agencies, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<Agency> AgencyId { get; set; }
    [BindProperty] public int Seen { get; set; }
    public AgencyView.Details Details { get; private set; } = null!;
    public Agency Agency => Details.Agency;
    public Viewer Viewer => viewer;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await agencies.RunAsync(viewer, AgencyId, cancel) is not { } details) return false;
        Details = details;
        if (HttpMethods.IsGet(Request.Method)) Seen = Agency.Version;
        return true;
    }

    /// <summary>Whether the viewer may do it at this agency while it is open.</summary>
    public bool May(Permission permission) => Details.IsOpen && viewer.May(permission, AgencyId);

    protected RedirectToPageResult ToAgency() => RedirectToPage("Agency", new { AgencyId });
}
