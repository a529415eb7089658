using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Agencies;

/// <summary>A page about one agency.</summary>
public abstract class AgencyPageModel(AgencyView agencies, Viewer viewer) : LoadedPageModel<AgencyView.Details>
{
    [FromRoute] public Id<Agency> AgencyId { get; set; }
    [BindProperty] public int Seen { get; set; }
    public AgencyView.Details Details => Loaded;
    public Agency Agency => Details.Agency;
    public Viewer Viewer => viewer;

    protected override Task<AgencyView.Details?> FindAsync(CancellationToken cancel) => agencies.RunAsync(viewer, AgencyId, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (HttpMethods.IsGet(Request.Method)) Seen = Agency.Version;
        return true;
    }

    /// <summary>Whether the viewer may do it at this agency while it is open.</summary>
    public bool May(Permission permission) => Details.May(viewer, permission);

    protected RedirectToPageResult ToAgency() => RedirectToPage("/Agencies/Agency", new { AgencyId });
}
