using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Portal.Web;

/// <summary>What was typed before a session ended is put into its form, with a fresh token, and nothing is done with it yet.</summary>
public sealed class GivenBackFilter(ITempDataDictionaryFactory tempData) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        if (!http.Request.HasFormContentType || !http.Request.Form.ContainsKey(EndedSessions.GivenBack))
        {
            await next();
            return;
        }
        tempData.GetTempData(http).Notify("Your session had ended. What you typed is in the form again: check it, then save");
        context.Result = new PageResult();
    }
}
