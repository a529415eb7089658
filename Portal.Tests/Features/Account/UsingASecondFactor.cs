using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

public sealed class UsingASecondFactor : IAsyncLifetime
{
    private const string Email = "robin@example.org";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        await app.HasPerson(Email, Role.Auditor);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Asks_for_a_code_at_the_next_sign_in()
    {
        var (key, _) = await SetUp();
        var page = await PortalApp.SignIn(app.Visitor(), Email, Accounts.Password);
        page.Shows("Enter your code");
        page = await page.Fill("Code from your authenticator app", Accounts.CodeFor(key)).Press("Continue");
        page.Shows("acting as auditor");
    }

    [Fact]
    public async Task Takes_each_recovery_code_once()
    {
        var (_, codes) = await SetUp();
        Assert.Equal(8, codes.Count);
        async Task<WebPage> Try() => await (await PortalApp.SignIn(app.Visitor(), Email, Accounts.Password))
            .Fill("Code from your authenticator app", codes[0].ToLowerInvariant()).Press("Continue");
        (await Try()).Shows("acting as auditor");
        (await Try()).Answers(HttpStatusCode.BadRequest).Shows(SignInWithPassword.CodeSentence);
    }

    [Theory, InlineData("000000"), InlineData("AAAAA-BBBBB")]
    public async Task Is_closed_after_five_wrong_codes(string wrong)
    {
        var (key, _) = await SetUp();
        var page = await PortalApp.SignIn(app.Visitor(), Email, Accounts.Password);
        for (var attempt = 0; attempt < 5; attempt++) page = await page.Fill("Code from your authenticator app", wrong).Press("Continue");
        page = await page.Fill("Code from your authenticator app", Accounts.CodeFor(key)).Press("Continue");
        page.Answers(HttpStatusCode.BadRequest).Shows(SignInWithPassword.CodeSentence);
    }

    [Fact]
    public async Task Does_not_open_with_the_password_alone()
    {
        await SetUp();
        var door = app.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        Assert.Equal("/Account/SignIn", (await door.Open("/")).Path);
    }

    [Fact]
    public async Task Is_not_turned_on_by_a_wrong_code()
    {
        var door = app.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        var page = await (await (await door.Open("/Account/SecondFactor")).Press("Begin"))
            .Fill("Code that the app shows now", "000000").Press("Turn on");
        page.Answers(HttpStatusCode.BadRequest).Shows("The code is not right");
    }

    [Fact]
    public async Task Changes_nothing_for_who_only_looks()
    {
        var (here, there) = (app.Visitor(), app.Visitor());
        foreach (var door in new[] { here, there }) await PortalApp.SignIn(door, Email, Accounts.Password);
        var said = await app.Audit();
        (await here.Open("/Account/SecondFactor")).Shows("Set up a second factor", "Begin");
        Assert.Equal(said, await app.Audit());
        Assert.Equal("/Account", (await there.Open("/Account")).Path);

        await (await here.Open("/Account/SecondFactor")).Press("Begin");
        Assert.Equal("Began to set up a second factor", (await app.Audit())[0]);
        Assert.Equal("/Account/SignIn", (await there.Open("/Account")).Path);
    }

    [Fact]
    public async Task Keeps_its_key_and_codes_encrypted_and_out_of_the_audit()
    {
        var (key, codes) = await SetUp();
        var secret = key.Replace(" ", "").ToUpperInvariant();
        var stored = await app.In((PortalDb db) => db.UserTokens.Select(t => t.Value!).ToListAsync());
        Assert.NotEmpty(stored);
        Assert.DoesNotContain(stored, v => v.Contains(secret) || v.Contains(codes[0]));
        Assert.False(await app.In((PortalDb db) => db.AuditChanges.AnyAsync(c => c.New!.Contains(secret) || c.New!.Contains(codes[0]))));
    }

    [Fact]
    public async Task Is_set_up_again_for_a_new_phone_with_the_password()
    {
        var (key, _) = await SetUp();
        var door = app.Visitor();
        await (await PortalApp.SignIn(door, Email, Accounts.Password)).Fill("Code from your authenticator app", Accounts.CodeFor(key))
            .Press("Continue");
        var page = await (await door.Open("/Account/SecondFactor")).Fill("Your password", "wrong wrong wrong").Press("Set it up again");
        page.Answers(HttpStatusCode.BadRequest).Shows("Your password is not right");
        page = await page.Fill("Your password", Accounts.Password).Press("Set it up again");
        page.Shows("Set up a second factor");
        Assert.NotEqual(key, page.All(".app-key")[0].TextContent);
    }

    private async Task<(string Key, IReadOnlyList<string> Codes)> SetUp()
    {
        var door = app.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        var page = await (await door.Open("/Account/SecondFactor")).Press("Begin");
        var key = page.All(".app-key")[0].TextContent;
        page = await page.Fill("Code that the app shows now", Accounts.CodeFor(key)).Press("Turn on");
        return (key, [.. page.Shows("Keep your recovery codes").All(".app-codes code").Select(c => c.TextContent)]);
    }
}
