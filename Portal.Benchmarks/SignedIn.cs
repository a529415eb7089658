using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Security;

namespace Portal.Benchmarks;

/// <summary>Somebody who is signed in to the measured portal.</summary>
internal static class SignedIn
{
    /// <summary>What the one of the made-up people who stands for a role holds.</summary>
    public static IQueryable<Membership> Held(PortalDb db, Role role) =>
        db.Memberships.Where(m => m.Role == role && db.Users.Any(u => u.Id == m.UserId && u.Email == DemoPeople.Email[role]));

    /// <summary>Signs somebody in with the portal's own door and keys, and takes the cookie that it gives.</summary>
    public static async Task<string> CookieAsync(MadeUp boroughs, Options options, Role role)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ContentRootPath = Repository.Root, EnvironmentName = "Production"
        });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = boroughs.Connection, ["Database:Provider"] = $"{options.Provider}",
            ["Portal:Address"] = Server.Address,
        });
        builder.Services.AddActs(builder.Configuration, TimeProvider.System).AddSignIn(builder.Environment);
        await using var door = builder.Build();
        await using var scope = door.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var membership = await Held(db, role).SingleAsync();
        await db.Users.Where(u => u.Id == membership.UserId).ExecuteUpdateAsync(u => u.SetProperty(x => x.TwoFactorEnabled, true));
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        var user = await db.Users.SingleAsync(u => u.Id == membership.UserId);
        await scope.ServiceProvider.GetRequiredService<PortalSignIn>().SignInAsAsync(user, membership.Id);
        await db.SaveAsync(Viewer.Of(user.Id, user.Name, membership), "Signed in to be measured", CancellationToken.None);
        return $"{http.Response.Headers.SetCookie}".Split(';')[0];
    }
}
