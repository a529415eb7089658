using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Portal.Security;

namespace Portal.Web;

/// <summary>
/// A form makes what it is for once: whoever sends it again, by a second click, by going back or because the answer was lost, is led to
/// what it made. What was typed anew in the meantime is neither saved nor lost: the form shows itself again, and asks; but where a form
/// says which version it saw (<c>Seen</c>), that decides.
/// </summary>
public sealed class OnceFilter(FormsUsed used, ITempDataDictionaryFactory tempData) : IAsyncResourceFilter, IAsyncPageFilter
{
    public const string Field = "__Once";

    private const string Already = "You have saved this form already, and it was not saved again";
    private const string Differs = "You have saved this form once already. If what it says now is something more, save it again";

    private FormsUsed.Sent? sent;
    private bool differs;
    private bool isRefused;

    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        var http = context.HttpContext;
        sent = await SentAsync(http);
        if (sent is null)
        {
            await next();
            return;
        }
        var before = await used.FindAsync(sent, http.RequestAborted);
        if (before is { IsSame: true })
        {
            context.Result = LeadTo(http, before);
            return;
        }
        differs = before is not null && !SaysWhatItSaw(http.Request.Form);
        if (before is null) used.Take(sent);
        await next();
        var address = http.Response.StatusCode == StatusCodes.Status302Found ? http.Response.Headers.Location.ToString() : "";
        await used.SettleAsync(sent, isRefused, address is ['/', not ('/' or '\\'), ..] or "/" ? address : null);
    }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (differs)
        {
            context.ModelState.AddModelError("", Differs);
            context.Result = new PageResult { StatusCode = StatusCodes.Status400BadRequest };
            return;
        }
        var done = await next();
        if (sent is null || done.Exception is not (Refused or StoppedAsInvalid)) return;
        // Whoever came second may have been refused by what the first click made.
        if (!used.IsSpent && await used.FindAsync(sent, context.HttpContext.RequestAborted) is { IsSame: true } first)
            (done.Exception, done.Result) = (null, LeadTo(context.HttpContext, first));
        else isRefused = true;
    }

    private LocalRedirectResult LeadTo(HttpContext http, FormsUsed.Use first)
    {
        tempData.GetTempData(http).Notify(Already);
        return new(first.LedTo ?? http.Request.With("handler", null));
    }

    private static bool SaysWhatItSaw(IFormCollection form) =>
        form.Keys.Any(k => k == "Seen" || k.EndsWith(".Seen", StringComparison.Ordinal));

    /// <summary>Null when nothing was sent that is used once.</summary>
    private static async Task<FormsUsed.Sent?> SentAsync(HttpContext http)
    {
        if (!HttpMethods.IsPost(http.Request.Method) || http.SignedIn() is not { } person || !http.Request.HasFormContentType) return null;
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form[Field] is not [{ Length: > 0 } token]) return null;
        return new(person.UserId, token, await PrintAsync(http.Request, form));
    }

    /// <summary>The same for the same words and files, sent to the same place; what is a secret is left out.</summary>
    private static async Task<string> PrintAsync(HttpRequest request, IFormCollection form)
    {
        var said = form
            .Where(f => f.Key is not (Field or EndedSessions.GivenBack) && !TypedForms.IsSecret(f.Key))
            .OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => $"{f.Key}={string.Join('\u001f', f.Value.ToArray())}").ToList();
        foreach (var file in form.Files)
        {
            await using var content = file.OpenReadStream();
            var hash = await SHA256.HashDataAsync(content, request.HttpContext.RequestAborted);
            said.Add($"{file.Name}={file.FileName}:{Convert.ToHexStringLower(hash)}");
        }
        var all = string.Join('\u001e', said.Prepend($"{request.Path}{request.QueryString}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
    }
}
