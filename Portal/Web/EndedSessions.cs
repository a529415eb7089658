using Microsoft.AspNetCore.Http.Features;
using Portal.Security;

namespace Portal.Web;

/// <summary>
/// A form whose session had ended is answered with the sign-in page, which holds what was typed; and what is given back stands in its
/// form again, to be looked at before it is saved.
/// </summary>
public static class EndedSessions
{
    public const string GivenBack = "__GivenBack";

    public static IApplicationBuilder UseEndedSessions(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        await next(http);
        if (http.Features.Get<TypedForms.Ended>() is not { } ended || http.Response.HasStarted) return;
        var request = http.Request;
        (request.Method, request.Path, request.ContentType) = (HttpMethods.Get, "/Account/SignIn", null);
        request.QueryString = QueryString.Create("ReturnUrl", ended.Address);
        http.Features.Set<IFormFeature>(new FormFeature(FormCollection.Empty));
        http.SetEndpoint(null);
        request.RouteValues.Clear();
        await next(http);
    });
}
