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
