using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Features.Agencies;

/// <summary>A page about one agency: finds it, or answers 404, before any handler runs.</summary>
public abstract class AgencyPageModel(AgencyView agencies, Viewer viewer) : PageModel
{
    [FromRoute] public Id<Agency> AgencyId { get; set; }
    [BindProperty] public int Seen { get; set; }
    public AgencyView.Details Details { get; private set; } = null!;
    public Agency Agency => Details.Agency;
    public Viewer Viewer => viewer;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await agencies.RunAsync(viewer, AgencyId, HttpContext.RequestAborted) is not { } details)
        {
            context.Result = NotFound();
            return;
        }
        Details = details;
        if (HttpMethods.IsGet(Request.Method)) Seen = Agency.Version;
        if (await PrepareAsync(HttpContext.RequestAborted)) await next();
        else context.Result = NotFound();
    }

    /// <summary>Loads what else the page shows; false answers 404.</summary>
    protected virtual Task<bool> PrepareAsync(CancellationToken cancel) => Task.FromResult(true);

    /// <summary>Whether the viewer may do it at this agency while it is open.</summary>
    public bool May(Permission permission) => Details.IsOpen && viewer.May(permission, AgencyId);

    protected RedirectToPageResult ToAgency() => RedirectToPage("Agency", new { AgencyId });
}
