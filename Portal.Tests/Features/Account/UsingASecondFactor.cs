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
        var asked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PortalApp.SignIn(app.Visitor(), Email, Accounts.Password)));
        var code = Accounts.CodeFor(key, later: 1);
        await Task.WhenAll(asked.Select(page => page.Fill("Code from your authenticator app", code).Press("Continue")));
        Assert.Equal(1, (await app.Audit()).Count(w => w == "Signed in with a code"));
    }

    [Fact]
    public async Task Tells_its_owner_of_every_change()
    {
        var (key, codes) = await SetUp();
        await EnterAsync(codes[0]);
        var door = app.Visitor();
        await EnterAsync(Accounts.CodeFor(key, later: 1), door);
        var page = await StartAgainAsync(door, Accounts.Password, Accounts.CodeFor(key, later: 2));
        await page.Fill("Code that the app shows now", Accounts.CodeFor(page.All(".app-key")[0].TextContent)).Press("Turn on");
        var sent = await app.In((PortalDb db) => db.Outbox.Where(m => m.ToAddress == Email).OrderBy(m => m.Id).Select(m => m.Text)
            .ToListAsync());
        Assert.Collection(sent, m => Assert.Contains("was turned on", m), m => Assert.Contains("recovery codes was used", m),
            m => Assert.Contains("in place of yours", m));
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
        var page = await PortalApp.SignIn(app.Visitor(), Email, Accounts.Password);
        for (var attempt = 0; attempt < 5; attempt++) page = await page.Fill("Code from your authenticator app", wrong).Press("Continue");
        page = await page.Fill("Code from your authenticator app", Accounts.CodeFor(key, later: 1)).Press("Continue");
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
        Assert.NotEmpty(page.All(".app-key"));
        Assert.False(await app.In((PortalDb db) => db.Users.AnyAsync(u => u.Email == Email && u.TwoFactorEnabled)));
    }

    [Fact]
    public async Task Is_begun_anew_after_a_quarter_of_an_hour()
    {
        var door = app.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        var page = await (await door.Open("/Account/SecondFactor")).Press("Begin");
        var key = page.All(".app-key")[0].TextContent;
        app.Clock.Advance(TimeSpan.FromMinutes(16));
        (await page.Fill("Code that the app shows now", Accounts.CodeFor(key)).Press("Turn on"))
            .Answers(HttpStatusCode.BadRequest).Shows("more than a quarter of an hour", "Begin");
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
    public async Task Is_not_what_somebody_began_before_the_password_changed()
    {
        var door = app.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        await (await door.Open("/Account/SecondFactor")).Press("Begin");
        await (await door.Open("/Account/ChangePassword")).Fill("Current password", Accounts.Password)
            .Fill("New password", "quite another set of words").Press("Save");
        Assert.Empty((await door.Open("/Account/SecondFactor")).Shows("Begin").All(".app-key"));
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
    public async Task Is_set_up_again_for_a_new_phone_with_the_password_and_a_code()
    {
        var (key, codes) = await SetUp();
        var door = app.Visitor();
        await EnterAsync(Accounts.CodeFor(key, later: 1), door);
        (await StartAgainAsync(door, "wrong wrong wrong", codes[1])).Answers(HttpStatusCode.BadRequest).Shows("Your password is not right");
        (await StartAgainAsync(door, Accounts.Password, "")).Answers(HttpStatusCode.BadRequest).Shows("Enter a code");
        (await StartAgainAsync(door, Accounts.Password, Accounts.CodeFor(key, later: 1))).Answers(HttpStatusCode.BadRequest)
            .Shows(OwnCode.Sentence);
        var page = await StartAgainAsync(door, Accounts.Password, codes[0]);
        var another = page.Shows("Set up a second factor").All(".app-key")[0].TextContent;
        Assert.NotEqual(key, another);
        // The old one goes on until the new one is shown to work.
        (await EnterAsync(Accounts.CodeFor(key, later: 2))).Shows("acting as auditor");
        await page.Fill("Code that the app shows now", Accounts.CodeFor(another)).Press("Turn on");
        (await EnterAsync(Accounts.CodeFor(another, later: 1))).Shows("acting as auditor");
        (await EnterAsync(codes[2])).Answers(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task Is_not_replaced_by_who_tries_codes_at_someone_elses_desk()
    {
        var (key, _) = await SetUp();
        var door = app.Visitor();
        await EnterAsync(Accounts.CodeFor(key, later: 1), door);
        for (var attempt = 0; attempt < 4; attempt++) await StartAgainAsync(door, Accounts.Password, "000000");
        (await StartAgainAsync(door, Accounts.Password, "000000")).Answers(HttpStatusCode.BadRequest)
            .Shows("That was the fifth wrong code. You are signed out everywhere");
        Assert.Equal("/Account/SignIn", (await door.Open("/Account/SecondFactor")).Path);
    }

    /// <summary>Signs in with the password and then a code.</summary>
    private async Task<WebPage> EnterAsync(string code, FrontDoor? door = null) =>
        await (await PortalApp.SignIn(door ?? app.Visitor(), Email, Accounts.Password)).Fill("Code from your authenticator app", code)
            .Press("Continue");

    private static async Task<WebPage> StartAgainAsync(FrontDoor door, string password, string code) =>
        await (await door.Open("/Account/SecondFactor")).Fill("Your password", password).Fill("Code from your authenticator app", code)
            .Press("Set it up again");

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
