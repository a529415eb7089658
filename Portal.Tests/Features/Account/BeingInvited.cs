using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

public sealed class BeingInvited : IAsyncLifetime
{
    private const string Email = "sam.o'neil@example.org";
    private PortalApp app = null!;
    private FrontDoor commissioner = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        commissioner = await app.SignedInAs(Role.Commissioner);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Ends_signed_in_with_a_name_and_a_password_of_ones_own()
    {
        (await Invite()).Shows("Role given", "Invited, until 23 November 2026");
        var page = await app.Visitor().Open(await app.LinkSentTo(Email));
        page.Shows("Accept your invitation", "Auditor", Email);
        page = await page.Fill("Your full name", "Sam O’Neil").Fill("Choose a password", Accounts.Password).Press("Accept and sign in");
        page.Shows("Welcome. You are signed in", "Sam O’Neil, acting as auditor");
        (await PortalApp.SignIn(app.Visitor(), Email, Accounts.Password)).Shows("acting as auditor");
    }

    [Fact]
    public async Task Comes_with_a_subject_that_says_nothing()
    {
        await Invite();
        var mail = await app.In((PortalDb db) => db.Outbox.SingleAsync(m => m.ToAddress == Email));
        Assert.Equal("Your invitation", mail.Subject);
        Assert.True(mail.IsPrivate);
        Assert.DoesNotContain("abuse", mail.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Theory, InlineData("short words", "12 characters or more"), InlineData("password1234", "one that others could guess"),
        InlineData("aaaaaaaaaaaaaaa", "one that others could guess"), InlineData("sam.o'neil@example.org1", "one that others could guess")]
    public async Task Refuses_a_password_that_is_easily_guessed_and_keeps_the_name(string password, string why)
    {
        await Invite();
        var page = await app.Visitor().Open(await app.LinkSentTo(Email));
        page = await page.Fill("Your full name", "Sam O’Neil").Fill("Choose a password", password).Press("Accept and sign in");
        page.Answers(HttpStatusCode.BadRequest).Shows(why);
        Assert.Equal("Sam O’Neil", page.Value("Your full name"));
    }

    [Fact]
    public async Task Works_once()
    {
        await Invite();
        var link = await app.LinkSentTo(Email);
        await (await app.Visitor().Open(link)).Fill("Your full name", "Sam").Fill("Choose a password", Accounts.Password)
            .Press("Accept and sign in");
        (await app.Visitor().Open(link)).Shows("This invitation cannot be used", "already accepted");
    }

    [Fact]
    public async Task Says_when_it_ended_and_who_can_send_another()
    {
        await Invite();
        var link = await app.LinkSentTo(Email);
        app.Clock.Advance(TimeSpan.FromDays(7));
        (await app.Visitor().Open(link))
            .Shows("It could be used until 23 November 2026", "Ask the partnership’s commissioner for a new one");
    }

    [Fact]
    public async Task Gives_way_to_a_newer_one()
    {
        var person = await Invite();
        var first = await app.LinkSentTo(Email);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await person.Press("Send the invitation again");
        (await app.Visitor().Open(first)).Shows("A newer one was sent since");
        (await app.Visitor().Open(await app.LinkSentTo(Email))).Shows("Accept your invitation");
    }

    [Fact]
    public async Task Cannot_be_guessed() =>
        (await app.Visitor().Open("/Account/Invitation?code=0000")).Shows("This invitation cannot be used", "not whole");

    [Fact]
    public async Task Is_refused_for_someone_who_should_be_on_a_staff_list_and_is_not()
    {
        var page = await commissioner.Open("/Admin/People/Invite?role=Learner");
        page = await page.Choose("Agency", DemoBorough.OwnAgency).Fill("Work email address", "stranger@example.org").Press("Invite");
        page.Answers(HttpStatusCode.BadRequest).Shows("Nobody on this agency’s staff list has this address");
        Assert.Equal("stranger@example.org", page.Value("Work email address"));
    }

    private async Task<WebPage> Invite()
    {
        var page = await commissioner.Open("/Admin/People/Invite");
        page = await page.Choose("Which role?", "Auditor").Press("Continue");
        return await page.Fill("Work email address", Email).Press("Invite");
    }
}
