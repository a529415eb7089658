using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace Portal.Security;

/// <summary>Someone who may not go on only because a step is missing is taken to that step; everyone else gets 403.</summary>
internal sealed class MissingStepResultHandler : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler usual = new();

    public Task HandleAsync(
        RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        var step = !authorizeResult.Forbidden ? null : context.SignedIn() switch
        {
            { Viewer: null } => "/Account/ActingAs",
            { NeedsSecondFactor: true } => "/Account/SecondFactor",
            _ => null,
        };
        if (step is null) return usual.HandleAsync(next, context, policy, authorizeResult);
        var back = HttpMethods.IsGet(context.Request.Method) ? context.Request.Path + context.Request.QueryString : "/";
        context.Response.Redirect($"{context.Request.PathBase}{step}{QueryString.Create("ReturnUrl", back)}");
        return Task.CompletedTask;
    }
}
