using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Data;
using Portal.Security;

namespace Portal.Tests.Support;

/// <summary>
/// People with a browser and a session each, for portals that run as processes of their own: the cookie is what the portal’s own door
/// gives, without the form, so that hundreds come in at once. It is good on every portal over the same database.
/// </summary>
internal static class SignedInElsewhere
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    public static PortalUser User(string email) => new()
    {
        Name = "Robin Example", Email = email, UserName = email, NormalizedEmail = email.ToUpperInvariant(),
        NormalizedUserName = email.ToUpperInvariant(), SecurityStamp = "none", TwoFactorEnabled = true,
    };

    /// <param name="settings">Of the portals.</param>
    public static async Task<IReadOnlyList<Cookie>> CookiesAsync(
        IReadOnlyDictionary<string, string> settings, IReadOnlyList<Membership> memberships)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = Repository.Root, EnvironmentName = Environments.Production,
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value)));
        builder.Services.AddActs(builder.Configuration, TimeProvider.System).AddSignIn(builder.Environment);
        await using var house = builder.Build();
        List<Cookie> cookies = [];
        foreach (var membership in memberships)
        {
            await using var scope = house.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
            var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
            scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
            await scope.ServiceProvider.GetRequiredService<PortalSignIn>()
                .SignInAsAsync(await db.Users.SingleAsync(u => u.Id == membership.UserId), membership.Id);
            await db.SaveAsync(Viewer.System(membership.PartnershipId), "Prepared a test", CancellationToken.None);
            var cookie = $"{http.Response.Headers.SetCookie}".Split(';')[0].Split('=', 2);
            cookies.Add(new(cookie[0], cookie[1]));
        }
        return cookies;
    }

    /// <summary>Their browser at one of the portals, as it is behind a proxy that ends TLS: cookies that are secure go along.</summary>
    public static FrontDoor At(this Cookie cookie, Uri portal)
    {
        var kept = new Kept { [cookie.Name] = cookie.Value };
        var straight = new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false };
        return new(new HttpClient(new RedirectHandler { InnerHandler = new Browser(kept) { InnerHandler = straight } })
        {
            BaseAddress = portal, Timeout = Patience,
        });
    }

    private sealed class Kept : System.Collections.Concurrent.ConcurrentDictionary<string, string>;

    private sealed class Browser(Kept kept) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Remove("Cookie");
            request.Headers.Add("Cookie", string.Join("; ", kept.Select(c => $"{c.Key}={c.Value}")));
            var answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set))
                foreach (var pair in set.Select(c => c.Split(';')[0].Split('=', 2))) kept[pair[0]] = pair[1];
            return answer;
        }
    }
}
