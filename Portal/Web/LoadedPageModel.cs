using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web;

/// <summary>
/// A page that loads what it shows before any handler runs, so that it can show itself again when a form is refused. What
/// is not there, or may not be seen, answers 404.
/// </summary>
public abstract class LoadedPageModel : PageModel
{
    /// <summary>Someone else saved first. What was loaded is what they saved; what was typed stands in the fields.</summary>
    public bool IsOvertaken { get; private set; }

    public sealed override async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (await LoadAsync(HttpContext.RequestAborted)) IsOvertaken = (await next()).Exception is Refused { Overtaken: not null };
        else context.Result = NotFound();
    }

    /// <summary>Loads what the page shows; false answers 404.</summary>
    protected abstract Task<bool> LoadAsync(CancellationToken cancel);
}

/// <summary>A page about one thing: found first, or the page answers 404.</summary>
public abstract class LoadedPageModel<TShown> : LoadedPageModel where TShown : class
{
    protected TShown Loaded { get; private set; } = null!;

    /// <summary>What the page is about, as far as the viewer may see it; null answers 404.</summary>
    protected abstract Task<TShown?> FindAsync(CancellationToken cancel);

    /// <summary>Overridden by a page that shows more besides, after its base has found the one thing.</summary>
    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await FindAsync(cancel) is not { } shown) return false;
        Loaded = shown;
        return true;
    }
}
