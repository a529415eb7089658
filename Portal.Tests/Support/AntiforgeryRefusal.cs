using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Portal.Tests.Support;

/// <summary>Marks an answer that is a refusal for want of the form's token, which its status alone does not tell.</summary>
public sealed class AntiforgeryRefusal : IAlwaysRunResultFilter
{
    public const string Header = "Test-Refused-Without-Token";

    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult) context.HttpContext.Response.Headers[Header] = "yes";
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
