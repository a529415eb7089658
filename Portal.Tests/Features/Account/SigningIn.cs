using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Features.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

public sealed class SigningIn : IAsyncLifetime
{
    private static readonly string Email = DemoPeople.Email[Role.Auditor];
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Leads_to_where_the_person_was_going()
    {
        var page = await app.Visitor().Open("/Meetings");
        Assert.Equal("/Account/SignIn", page.Path);
        page = await page.Fill("Email address", Email).Fill("Password", DemoPeople.Password).Press("Sign in");
        Assert.Equal("/Meetings", page.Path);
        Assert.Equal("Signed in", (await app.Audit())[0]);
    }

    [Theory, InlineData("https://elsewhere.example/"), InlineData("//elsewhere.example/"), InlineData(@"/\elsewhere.example"),
        InlineData("javascript:alert(1)")]
    public async Task Never_leads_out_of_the_portal(string address)
    {
        var page = await app.Visitor().Open($"/Account/SignIn?ReturnUrl={Uri.EscapeDataString(address)}");
        page = await page.Fill("Email address", Email).Fill("Password", DemoPeople.Password).Press("Sign in");
        Assert.Equal(("localhost", "/"), (page.Address.Host, page.Path));
    }

    [Fact]
    public async Task Says_the_same_whatever_was_wrong_and_keeps_the_address()
    {
        var unknown = await PortalApp.SignIn(app.Visitor(), "nobody@elsewhere.example", "hunter2hunter2");
        var wrong = await PortalApp.SignIn(app.Visitor(), Email, "hunter2hunter2");
        unknown.Answers(HttpStatusCode.BadRequest).Shows("There is a problem", SignInWithPassword.Sentence);
        wrong.Answers(HttpStatusCode.BadRequest).Shows("There is a problem", SignInWithPassword.Sentence);
        Assert.Equal(Email, wrong.Value("Email address"));
        Assert.Equal("", wrong.Value("Password"));
        Assert.StartsWith("Error: ", wrong.Title);
    }

    [Fact]
    public async Task Is_closed_after_five_wrong_passwords_even_for_the_right_one()
    {
        for (var attempt = 0; attempt < 5; attempt++) await PortalApp.SignIn(app.Visitor(), Email, $"wrong password {attempt}");

        var page = await PortalApp.SignIn(app.Visitor(), Email, DemoPeople.Password);
        page.Answers(HttpStatusCode.BadRequest).Shows(SignInWithPassword.Sentence);
        Assert.Equal("Sign-in refused: too many tries", (await app.Audit())[0]);
    }

    [Fact]
    public async Task Failures_are_audited_without_what_was_typed()
    {
        await PortalApp.SignIn(app.Visitor(), "my-password-in-the-wrong-box", "hunter2hunter2");
        await PortalApp.SignIn(app.Visitor(), Email, "hunter2hunter2");

        Assert.Equal(["Sign-in refused: wrong password", "Sign-in refused: no account has that address"], (await app.Audit()).Take(2));
        var changes = await app.In((PortalDb db) => db.AuditChanges.Select(c => (c.Old ?? "") + (c.New ?? "")).ToListAsync());
        Assert.DoesNotContain(changes, c => c.Contains("hunter2") || c.Contains("wrong-box"));
    }

    [Fact]
    public async Task Asks_for_what_is_missing()
    {
        var page = await (await app.Visitor().Open("/Account/SignIn")).Press("Sign in");
        page.Answers(HttpStatusCode.BadRequest).Shows("Enter your email address", "Enter your password");
    }

    [Fact]
    public async Task Ends_by_the_button_and_not_by_the_address_alone()
    {
        var door = await app.SignedInAs(Role.Auditor);
        Assert.Equal("/", (await door.Open("/Account/SignOut")).Path);
        (await (await door.Open("/")).Press("Sign out")).Shows("You are signed out");
        Assert.Equal("/Account/SignIn", (await door.Open("/")).Path);
    }

    [Fact]
    public async Task Ends_everywhere_at_once()
    {
        var (here, there) = (await app.SignedInAs(Role.Auditor), await app.SignedInAs(Role.Auditor));
        await (await here.Open("/Account")).Press("Sign out everywhere");
        Assert.Equal("/Account/SignIn", (await there.Open("/")).Path);
        Assert.Equal("/Account/SignIn", (await here.Open("/")).Path);
    }

    [Fact]
    public async Task Lasts_two_hours_without_a_click()
    {
        var door = await app.SignedInAs(Role.Auditor);
        app.Clock.Advance(TimeSpan.FromMinutes(119));
        Assert.Equal("/", (await door.Open("/")).Path);
        app.Clock.Advance(TimeSpan.FromMinutes(121));
        Assert.Equal("/Account/SignIn", (await door.Open("/")).Path);
    }

    [Fact]
    public async Task Is_refused_for_a_minute_to_a_network_that_tries_too_often()
    {
        var (visitor, last) = (app.Visitor(), HttpStatusCode.OK);
        for (var attempt = 0; attempt <= 60; attempt++) last = (await visitor.PostWithoutForm("/Account/SignIn")).Status;
        Assert.Equal(HttpStatusCode.TooManyRequests, last);
        (await visitor.PostWithoutForm("/Account/SignIn")).Shows("Too many tries");
        (await visitor.Open("/Account/SignIn")).Answers(HttpStatusCode.OK);
    }
}
