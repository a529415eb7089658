using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Features.Imports;

/// <summary>A page about one import: finds it, or answers 404, before any handler runs.</summary>
public abstract class ImportPageModel(ImportView view, Viewer viewer) : PageModel
{
    [FromRoute] public Id<Import> ImportId { get; set; }

    /// <summary>The version the person saw, posted back by the form.</summary>
    [BindProperty] public int Seen { get; set; }

    public ImportView.Details Import { get; private set; } = null!;
    protected Viewer Viewer => viewer;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await view.RunAsync(viewer, ImportId, HttpContext.RequestAborted) is not { } import)
        {
            context.Result = NotFound();
            return;
        }
        Import = import;
        await next();
    }

    protected IActionResult ToImport() => RedirectToPage("Import", new { ImportId });
}
