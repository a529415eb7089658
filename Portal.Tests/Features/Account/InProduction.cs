using System.Net;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

public sealed class InProduction : IAsyncLifetime
{
    private const string Email = "robin@example.org";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.InProductionAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Nobody_signs_in_without_a_password()
    {
        var visitor = app.Visitor();
        var page = await visitor.Open("/Account/SignIn");
        page.DoesNotShow("Look around as someone else");
        Assert.Empty(page.All("[name=role]"));
        foreach (var path in new[] { "/Development/SignIn", "/Development/Components" })
        {
            (await visitor.Open(path)).Answers(HttpStatusCode.NotFound);
            (await visitor.PostWithoutForm(path, ("role", "Commissioner"))).Answers(HttpStatusCode.NotFound)
                .Shows("We cannot find that page");
        }
        Assert.Equal("/Account/SignIn", (await visitor.Open("/")).Path);
    }

    [Theory, InlineData(Role.Commissioner), InlineData(Role.SystemAdministrator)]
    public async Task Whoever_decides_over_others_sets_up_a_second_factor_before_anything_else(Role role)
    {
        await app.HasPerson(Email, role);
        var door = app.Visitor();
        var page = await PortalApp.SignIn(door, Email, Accounts.Password);
        page.Shows("Set up a second factor", "needs more than a password");
        Assert.Equal("/Account/SecondFactor", (await door.Open("/Admin/People")).Path);

        page = await page.Press("Begin");
        var key = page.All(".app-key")[0].TextContent;
        await page.Fill("Code that the app shows now", Accounts.CodeFor(key)).Press("Turn on");
        (await door.Open("/Admin/People")).Answers(HttpStatusCode.OK).Shows("People");
    }

    [Fact]
    public async Task The_first_administrator_comes_in_by_a_link_and_no_default_password()
    {
        var link = await app.In((FirstAdministrator first) => first.RunAsync("ada@example.org", "Ada Admin", CancellationToken.None));
        Assert.StartsWith("https://localhost/", link);
        var page = await app.Visitor().Open(new Uri(link).PathAndQuery);
        Assert.Equal("Ada Admin", page.Value("Your full name"));
        page = await page.Fill("Choose a password", Accounts.Password).Press("Accept and sign in");
        page.Shows("Set up a second factor");
    }

    [Fact]
    public async Task Browsers_are_told_to_be_careful()
    {
        var page = await app.Visitor().Open("/Account/SignIn");
        Assert.Contains("default-src 'self'", page.Headers["Content-Security-Policy"]);
        Assert.Contains("frame-ancestors 'none'", page.Headers["Content-Security-Policy"]);
        Assert.DoesNotContain("unsafe", page.Headers["Content-Security-Policy"]);
        Assert.Equal("nosniff", page.Headers["X-Content-Type-Options"]);
        Assert.All(["Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy"], h => Assert.Contains(h, page.Headers.Keys));
        Assert.DoesNotContain("Server", page.Headers.Keys);
        Assert.All(
            page.Headers["Set-Cookie"].Split(", __Host-", StringSplitOptions.None), c => Assert.Contains("; secure", c));
    }

    [Fact]
    public async Task Every_cookie_is_of_this_host_alone_or_never_leaves_an_encrypted_connection()
    {
        await app.HasPerson(Email, Role.Auditor);
        var (cookies, between) = (new CookieContainer(), new CookieContainer());
        var door = app.VisitorWith(cookies);
        await PortalApp.SignIn(door, Email, Accounts.Password);
        var setup = await (await door.Open("/Account/SecondFactor")).Press("Begin");
        await setup.Fill("Code that the app shows now", Accounts.CodeFor(setup.All(".app-key")[0].TextContent)).Press("Turn on");
        await PortalApp.SignIn(app.VisitorWith(between), Email, Accounts.Password);
        Assert.Contains(cookies.GetAllCookies(), c => c.Name == "__Host-session");
        Assert.All(cookies.GetAllCookies().Concat(between.GetAllCookies()), c => Assert.True(c.Secure, c.Name));
    }

    [Fact]
    public async Task A_request_may_name_another_host_where_the_operator_says_so()
    {
        app.Settings["AllowedHosts"] = "*";
        Assert.Equal(HttpStatusCode.OK, (await app.Visitor().Open("https://10.0.0.7/Account/SignIn")).Status);
    }

    [Fact]
    public async Task A_request_that_names_another_host_is_sent_nowhere()
    {
        (await app.Visitor().Open("https://elsewhere.example/")).Answers(HttpStatusCode.BadRequest);
        Assert.Equal("/Account/SignIn", (await app.Visitor().Open("https://localhost/")).Path);
    }
}
