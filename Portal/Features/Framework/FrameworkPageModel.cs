using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Features.Framework;

/// <summary>A page about one version of the framework, the one in force unless another is asked for: finds it, or answers 404.</summary>
public abstract class FrameworkPageModel(FrameworkView frameworks, Viewer viewer) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "frameworkId")] public Id<Domain.Framework>? FrameworkId { get; set; }
    public FrameworkView.Details Details { get; private set; } = null!;
    public Domain.Framework Framework => Details.Framework;
    public Viewer Viewer => viewer;
    public bool MayEdit => viewer.May(Permission.EditFramework);

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await frameworks.RunAsync(viewer, FrameworkId, HttpContext.RequestAborted) is not { } details)
        {
            context.Result = NotFound();
            return;
        }
        Details = details;
        if (await PrepareAsync(HttpContext.RequestAborted)) await next();
        else context.Result = NotFound();
    }

    /// <summary>The version in force today; null when none is.</summary>
    protected Task<FrameworkView.Details?> InForceAsync(CancellationToken cancel) => frameworks.RunAsync(viewer, null, cancel);

    /// <summary>Loads what else the page shows; false answers 404.</summary>
    protected virtual Task<bool> PrepareAsync(CancellationToken cancel) => Task.FromResult(true);
}
