using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

/// <summary>A session ends while a form is open: what was typed is given back after sign-in, to the same person and nobody else.</summary>
public sealed class KeepingWhatWasTyped : IAsyncLifetime
{
    private const string Board = "The board of “long & careful” <words>";
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory, InlineData(1), InlineData(13)]
    public async Task Gives_it_back_into_the_form_and_saves_it_once(int hours)
    {
        var asked = await SaveLateAsync(await OpenAsync(Board), hours);
        asked.Shows("Your session had ended. What you typed is kept for you");
        Assert.Equal(0, await CountAsync());

        var here = await SignInAsync(asked, DemoPeople.Email[Role.Commissioner]);
        here.Shows("Your session had ended. What you typed is here", "Read what you typed", Board);
        var form = await here.Press("Put it back into the form");
        form.Answers(HttpStatusCode.OK).Shows("What you typed is in the form again", "acting as commissioner");
        Assert.Equal((Board, "£7,500", 0), (form.Value("Board"), form.Value("Amount asked"), await CountAsync()));

        (await form.Press("Save")).Shows("Request recorded");
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Shows_it_to_nobody_else()
    {
        var asked = await SaveLateAsync(await OpenAsync(Board));
        var other = await SignInAsync(asked, DemoPeople.Email[Role.Auditor]);
        other.DoesNotShow("What you typed", Board);
        Assert.DoesNotContain("careful", other.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Is_gone_after_an_hour()
    {
        var asked = await SaveLateAsync(await OpenAsync(Board));
        app.Clock.Advance(TimeSpan.FromHours(1));
        (await SignInAsync(asked, DemoPeople.Email[Role.Commissioner])).DoesNotShow("What you typed");
    }

    [Fact]
    public async Task Goes_along_through_a_wrong_password_and_a_second_factor()
    {
        const string Email = "robin@example.org";
        await app.HasPerson(Email, Role.Commissioner);
        var door = app.Visitor();
        await PortalApp.SignIn(door, Email, Accounts.Password);
        var setup = await (await door.Open("/Account/SecondFactor")).Press("Begin");
        var key = setup.All("code")[0].TextContent.Replace(" ", "").ToUpperInvariant();
        await setup.Fill("Code that the app shows now", Accounts.CodeFor(key)).Press("Turn on");

        var asked = await SaveLateAsync(Filled(await door.Open("/Funding/Ask"), Board));
        var wrong = await asked.Fill("Email address", Email).Fill("Password", "not the password").Press("Sign in");
        var code = await wrong.Answers(HttpStatusCode.BadRequest).Fill("Password", Accounts.Password).Press("Sign in");
        code.Shows("Enter your code");
        var refused = await code.Fill("Code from your authenticator app", "000000").Press("Continue");
        var here = await refused.Answers(HttpStatusCode.BadRequest)
            .Fill("Code from your authenticator app", Accounts.CodeFor(key, later: 1)).Press("Continue");
        var form = await here.Shows("What you typed is here").Press("Put it back into the form");
        (await form.Press("Save")).Shows("Request recorded");
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Goes_on_in_the_role_in_which_it_was_typed()
    {
        const string Email = "robin@example.org";
        var user = await app.HasPerson(Email, Role.Commissioner);
        var today = app.Database.Clock.Today;
        var partnership = await app.In((PortalDb db) => db.Partnerships.Select(p => p.Id).SingleAsync());
        await app.Has(
            new Membership { PartnershipId = partnership, UserId = user.Id, Role = Role.Auditor, From = today, CheckedOn = today });
        var door = app.Visitor();
        await (await PortalApp.SignIn(door, Email, Accounts.Password)).Choose("Whom do you act for?", "Commissioner").Press("Continue");

        var asked = await SaveLateAsync(Filled(await door.Open("/Funding/Ask"), Board));
        var here = await asked.Fill("Email address", Email).Fill("Password", Accounts.Password).Press("Sign in");
        (await here.Press("Put it back into the form")).Shows("What you typed is in the form again", "acting as commissioner");
    }

    [Fact]
    public async Task Makes_nothing_twice_that_was_saved_before_the_session_ended()
    {
        var page = await OpenAsync(Board);
        await page.Press("Save");
        var here = await SignInAsync(await SaveLateAsync(page), DemoPeople.Email[Role.Commissioner]);
        (await here.Press("Put it back into the form")).Shows("You have saved this form already, and it was not saved again");
        Assert.Equal(1, await CountAsync());
    }

    [Fact]
    public async Task Says_when_it_was_too_much_to_keep() =>
        (await SaveLateAsync(await OpenAsync(new string('x', TypedForms.Longest + 1)))).Shows("what you typed was too much to keep");

    [Fact]
    public async Task Says_that_files_have_to_be_chosen_again()
    {
        var door = await app.SignedInAs(Role.TrainingLead);
        var ids = await PageIds.OfBoroughAsync(app);
        var route = PortalPage.AllOf(app).Single(p => p.Name == "/Staff/Training/Record").Route;
        var page = await door.Open(ids.Fill(route, theirs: false));
        page.Upload("Certificate or other evidence (optional)", "proof.pdf", [1, 2, 3]);
        var asked = await SaveLateAsync(page, 3, page.All("main form[method=post] button")[0].TextContent.Trim());
        (await SignInAsync(asked, DemoPeople.Email[Role.TrainingLead])).Shows("What you typed is here", "Files cannot be kept");
    }

    [Fact]
    public async Task Never_keeps_what_opens_an_account()
    {
        var (kept, looked) = (new List<string>(), 0);
        var ids = await PageIds.OfBoroughAsync(app);
        foreach (var role in new[] { Role.Commissioner, Role.SystemAdministrator, Role.TrainingLead, Role.Learner })
        {
            var door = await app.SignedInAs(role);
            foreach (var page in PortalPage.AllOf(app).Where(p => p.TakesPosts && ids.Know(p.Route)))
                foreach (var field in (await door.Open(ids.Fill(page.Route, theirs: false)))
                    .All("input[type=password], input[autocomplete=one-time-code]"))
                {
                    looked++;
                    if (!page.Name.StartsWith("/Account/", StringComparison.Ordinal)
                        && !TypedForms.IsSecret(field.GetAttribute("name")!))
                        kept.Add($"{page.Name}: {field.GetAttribute("name")}");
                }
        }
        Assert.Empty(kept);
        Assert.InRange(looked, 4, int.MaxValue);

        var account = await (await app.SignedInAs(Role.Learner)).Open("/Account/ChangePassword");
        var asked = await SaveLateAsync(account, 3, account.All("main form[method=post] button")[0].TextContent.Trim());
        Assert.Equal(("/Account/SignIn", ""), (asked.Path, asked.All("input[name=Kept]")[0].GetAttribute("value") ?? ""));
    }

    [Fact]
    public async Task Is_warned_of_before_and_kept_off_by_staying()
    {
        var page = await (await app.SignedInAs(Role.Commissioner)).Open("/");
        var session = Assert.Single(page.All("[data-session-idle]"));
        Assert.Equal(("3540", "43200"), (session.GetAttribute("data-session-idle"), session.GetAttribute("data-session-left")));
        var stay = await (await app.SignedInAs(Role.Learner)).Open(session.GetAttribute("data-session-stay")!);
        stay.Answers(HttpStatusCode.OK).Shows("You are still signed in");
    }

    private async Task<WebPage> OpenAsync(string board) =>
        Filled(await (await app.SignedInAs(Role.Commissioner)).Open("/Funding/Ask"), board);

    private WebPage Filled(WebPage page, string board) =>
        page.Fill("Board", board).Fill("Amount asked", "£7,500").Fill("Asked on", app.Database.Clock.Today);

    private async Task<WebPage> SaveLateAsync(WebPage page, int hours = 1, string button = "Save")
    {
        app.Clock.Advance(TimeSpan.FromHours(hours));
        return await page.Press(button);
    }

    private static Task<WebPage> SignInAsync(WebPage asked, string email) =>
        asked.Fill("Email address", email)
            .Fill("Password", DemoPeople.Password).Press("Sign in");

    private Task<int> CountAsync() => app.In((PortalDb db) => db.ContributionRequests.CountAsync(c => c.Board.StartsWith("The board of")));
}
