using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Account;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

public sealed class UsingASecondFactor : WithASecondFactor
{
    [Fact]
    public async Task Asks_for_a_code_at_the_next_sign_in()
    {
        var (key, _) = await SetUp();
        var page = await PortalApp.SignIn(App.Visitor(), Email, Accounts.Password);
        page.Shows("Enter your code");
        page = await page.Fill("Code from your authenticator app", Accounts.CodeFor(key, later: 1)).Press("Continue");
        page.Shows("acting as auditor");
    }

    [Fact]
    public async Task Takes_each_code_of_the_app_once()
    {
        var (key, _) = await SetUp();
        var (one, two) = (Accounts.CodeFor(key, later: 1), Accounts.CodeFor(key, later: 2));
        (await EnterAsync(one)).Shows("acting as auditor");
        (await EnterAsync(one)).Answers(HttpStatusCode.BadRequest).Shows(SignInWithPassword.CodeSentence);
        (await EnterAsync(two)).Shows("acting as auditor");
        foreach (var used in new[] { one, two })
            (await EnterAsync(used)).Answers(HttpStatusCode.BadRequest).Shows(SignInWithPassword.CodeSentence);
    }

    [Fact]
    public async Task Takes_a_code_once_from_two_who_enter_it_at_once()
    {
        var (key, _) = await SetUp();
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PortalApp.SignIn(App.Visitor(), Email, Accounts.Password)));
        var code = Accounts.CodeFor(key, later: 1);
        await Task.WhenAll(asked.Select(page => page.Fill("Code from your authenticator app", code).Press("Continue")));
        Assert.Equal(1, (await App.Audit()).Count(w => w == "Signed in with a code"));
    }

    [Fact]
    public async Task Takes_each_recovery_code_once()
    {
        var (_, codes) = await SetUp();
        Assert.Equal(8, codes.Count);
        (await EnterAsync(codes[0].ToLowerInvariant())).Shows("acting as auditor");
        (await EnterAsync(codes[0])).Answers(HttpStatusCode.BadRequest).Shows(SignInWithPassword.CodeSentence);
    }

    [Theory, InlineData("000000"), InlineData("AAAAA-BBBBB")]
    public async Task Is_closed_after_five_wrong_codes(string wrong)
    {
        var (key, _) = await SetUp();
        var page = await PortalApp.SignIn(App.Visitor(), Email, Accounts.Password);
        for (var attempt = 0; attempt < 5; attempt++) page = await page.Fill("Code from your authenticator app", wrong).Press("Continue");
        page = await page.Fill("Code from your authenticator app", Accounts.CodeFor(key, later: 1)).Press("Continue");
        page.Answers(HttpStatusCode.BadRequest).Shows(SignInWithPassword.CodeSentence);
    }

    [Fact]
    public async Task Does_not_open_with_the_password_alone()
    {
        await SetUp();
        var door = App.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        Assert.Equal("/Account/SignIn", (await door.Open("/")).Path);
    }

    [Fact]
    public async Task Is_not_turned_on_by_a_wrong_code()
    {
        var door = App.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        var page = await (await (await door.Open("/Account/SecondFactor")).Press("Begin"))
            .Fill("Code that the app shows now", "000000").Press("Turn on");
        page.Answers(HttpStatusCode.BadRequest).Shows("The code is not right");
        Assert.NotEmpty(page.All(".app-key"));
        Assert.False(await App.In((PortalDb db) => db.Users.AnyAsync(u => u.Email == Email && u.TwoFactorEnabled)));
    }

    [Fact]
    public async Task Is_begun_anew_after_a_quarter_of_an_hour()
    {
        var door = App.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        var page = await (await door.Open("/Account/SecondFactor")).Press("Begin");
        var key = page.All(".app-key")[0].TextContent;
        App.Clock.Advance(TimeSpan.FromMinutes(16));
        (await page.Fill("Code that the app shows now", Accounts.CodeFor(key)).Press("Turn on"))
            .Answers(HttpStatusCode.BadRequest).Shows("more than a quarter of an hour", "Begin");
    }

    [Fact]
    public async Task Changes_nothing_for_who_only_looks()
    {
        var (here, there) = (App.Visitor(), App.Visitor());
        foreach (var door in new[] { here, there }) await PortalApp.SignIn(door, Email, Accounts.Password);
        var said = await App.Audit();
        (await here.Open("/Account/SecondFactor")).Shows("Set up a second factor", "Begin");
        Assert.Equal(said, await App.Audit());
        Assert.Equal("/Account", (await there.Open("/Account")).Path);

        await (await here.Open("/Account/SecondFactor")).Press("Begin");
        Assert.Equal("Began to set up a second factor", (await App.Audit())[0]);
        Assert.Equal("/Account/SignIn", (await there.Open("/Account")).Path);
    }

    [Fact]
    public async Task Keeps_its_key_and_codes_encrypted_and_out_of_the_audit()
    {
        var (key, codes) = await SetUp();
        var secret = key.Replace(" ", "").ToUpperInvariant();
        var stored = await App.In((PortalDb db) => db.UserTokens.Select(t => t.Value!).ToListAsync());
        Assert.NotEmpty(stored);
        Assert.DoesNotContain(stored, v => v.Contains(secret) || v.Contains(codes[0]));
        Assert.False(await App.In((PortalDb db) => db.AuditChanges.AnyAsync(c => c.New!.Contains(secret) || c.New!.Contains(codes[0]))));
    }
}
