using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Features.Reports;

/// <summary>A page about one edition: finds it, or answers 404, before any handler runs.</summary>
public abstract class EditionPageModel(EditionView view, Viewer viewer) : PageModel
{
    [FromRoute] public Id<Edition> EditionId { get; set; }
    public EditionView.Details Details { get; private set; } = null!;
    public Edition Edition => Details.Edition;
    protected Viewer Viewer => viewer;

    public override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await view.RunAsync(viewer, EditionId, HttpContext.RequestAborted) is not { } details)
        {
            context.Result = NotFound();
            return;
        }
        Details = details;
        await next();
    }

    protected IActionResult BackToEdition() => RedirectToPage("Edition", new { EditionId });
}
