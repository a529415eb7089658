using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

/// <summary>One person, who may set up a second factor.</summary>
public abstract class WithASecondFactor : IAsyncLifetime
{
    protected const string Email = "robin@example.org";

    protected PortalApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await PortalApp.CreateAsync();
        await App.HasPerson(Email, Role.Auditor);
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    /// <summary>Signs in with the password and then a code.</summary>
    protected async Task<WebPage> EnterAsync(string code, FrontDoor? door = null) =>
        await (await PortalApp.SignIn(door ?? App.Visitor(), Email, Accounts.Password)).Fill("Code from your authenticator app", code)
            .Press("Continue");

    protected static async Task<WebPage> StartAgainAsync(FrontDoor door, string password, string code) =>
        await (await door.Open("/Account/SecondFactor")).Fill("Your password", password).Fill("Code from your authenticator app", code)
            .Press("Set it up again");

    protected async Task<(string Key, IReadOnlyList<string> Codes)> SetUp()
    {
        var door = App.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        var page = await (await door.Open("/Account/SecondFactor")).Press("Begin");
        var key = page.All(".app-key")[0].TextContent;
        page = await page.Fill("Code that the app shows now", Accounts.CodeFor(key)).Press("Turn on");
        return (key, [.. page.Shows("Keep your recovery codes").All(".app-codes code").Select(c => c.TextContent)]);
    }
}
