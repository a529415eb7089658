using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

public sealed class ForgettingThePassword : IAsyncLifetime
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
    public async Task Is_answered_the_same_whether_or_not_anyone_has_the_address()
    {
        var (known, unknown) = (await Ask(Email), await Ask("nobody@example.org"));
        Assert.Equal(known.Text, unknown.Text);
        known.Shows("Check your email");
        Assert.Equal(1, await app.In((PortalDb db) => db.Outbox.CountAsync(m => m.Kind == "PasswordResetMail")));
    }

    [Fact]
    public async Task Is_put_right_with_a_link_that_works_once_and_ends_every_session()
    {
        var before = app.Visitor();
        await PortalApp.SignIn(before, Email, Accounts.Password);
        await Ask(Email);
        var link = await app.LinkSentTo(Email);
        var page = await (await app.Visitor().Open(link)).Fill("New password", "quite another set of words").Press("Save");
        page.Shows("Password saved. Sign in with it");

        Assert.Equal("/Account/SignIn", (await before.Open("/")).Path);
        (await PortalApp.SignIn(app.Visitor(), Email, Accounts.Password)).Answers(HttpStatusCode.BadRequest);
        (await PortalApp.SignIn(app.Visitor(), Email, "quite another set of words")).Shows("acting as auditor");
        (await app.Visitor().Open(link)).Shows("This link no longer works");
    }

    [Fact]
    public async Task Gives_a_link_for_one_hour()
    {
        await Ask(Email);
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await app.Visitor().Open(await app.LinkSentTo(Email))).Shows("This link no longer works", "Ask for a new link");
    }

    [Fact]
    public async Task Gives_a_link_that_ends_when_the_password_is_changed_another_way()
    {
        await Ask(Email);
        var (link, door) = (await app.LinkSentTo(Email), app.Visitor());
        await PortalApp.SignIn(door, Email, Accounts.Password);
        await (await door.Open("/Account/ChangePassword")).Fill("Current password", Accounts.Password)
            .Fill("New password", "quite another set of words").Press("Save");
        (await app.Visitor().Open(link)).Shows("This link no longer works");
    }

    [Fact]
    public async Task Sends_one_message_to_someone_who_keeps_pressing()
    {
        for (var press = 0; press < 4; press++) await Ask(Email);
        Assert.Equal(1, await app.In((PortalDb db) => db.Outbox.CountAsync(m => m.Kind == "PasswordResetMail")));
    }

    [Fact]
    public async Task Lifts_a_lockout()
    {
        for (var attempt = 0; attempt < 5; attempt++) await PortalApp.SignIn(app.Visitor(), Email, "wrong wrong wrong");
        await Ask(Email);
        await (await app.Visitor().Open(await app.LinkSentTo(Email))).Fill("New password", "quite another set of words").Press("Save");
        (await PortalApp.SignIn(app.Visitor(), Email, "quite another set of words")).Shows("acting as auditor");
    }

    [Fact]
    public async Task Lifts_no_lockout_from_an_account_with_a_second_factor_nor_sends_link_after_link()
    {
        for (var attempt = 0; attempt < 5; attempt++) await PortalApp.SignIn(app.Visitor(), Email, "wrong wrong wrong");
        await app.In(async (PortalDb db) => await db.Users.Where(u => u.Email == Email)
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.TwoFactorEnabled, true)));
        await Ask(Email);
        await (await app.Visitor().Open(await app.LinkSentTo(Email))).Fill("New password", "quite another set of words").Press("Save");
        (await PortalApp.SignIn(app.Visitor(), Email, "quite another set of words")).Answers(HttpStatusCode.BadRequest);
        await Ask(Email);
        Assert.Equal(1, await app.In((PortalDb db) => db.Outbox.CountAsync(m => m.Kind == "PasswordResetMail")));
    }

    private async Task<WebPage> Ask(string email) =>
        await (await app.Visitor().Open("/Account/ForgottenPassword")).Fill("Email address", email).Press("Send the link");
}
