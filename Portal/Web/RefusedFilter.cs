using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Portal.Web;

/// <summary>
/// A page whose handler refuses shows itself again with 400, what was typed still in place and the sentence beside its field.
/// </summary>
public sealed class RefusedFilter : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.Exception is not (Refused or StoppedAsInvalid)) return;
        if (done.Exception is Refused refused) done.ModelState.AddModelError(KeyOf(refused.Field, done.ActionDescriptor), refused.Message);
        // The form shows what stands now, so sending it again is a decision and no accident.
        if (done.Exception is Refused { Overtaken: { } version } && done.ModelState.Remove("Seen"))
            done.ModelState.SetModelValue("Seen", version, $"{version}");
        done.ExceptionHandled = true;
        done.Result = new PageResult { StatusCode = StatusCodes.Status400BadRequest };
    }

    /// <summary>
    /// The name the field is posted under; none when this page does not ask for it, so that the summary never links to nowhere.
    /// </summary>
    private static string KeyOf(string? field, CompiledPageActionDescriptor page)
    {
        if (field is null) return "";
        // "Prices[3].Price" is asked for where Prices is.
        var list = field.Split('[')[0];
        if (page.BoundProperties.Any(p => p.Name == list)) return field;
        return page.BoundProperties.FirstOrDefault(p => p.ParameterType.GetProperty(list) is not null) is { } form
            ? $"{form.Name}.{field}"
            : "";
    }
}

/// <summary>What was posted is not whole; each field already says what is wrong.</summary>
public sealed class StoppedAsInvalid : Exception;

public static class ModelStateExtensions
{
    /// <summary>Goes no further when a field is wrong: the page shows itself again with 400.</summary>
    public static void StopIfInvalid(this PageModel page)
    {
        if (!page.ModelState.IsValid) throw new StoppedAsInvalid();
    }
}
