using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

/// <summary>A session is a row: what its cookie may still do is decided there.</summary>
public sealed class BeingSignedIn : IAsyncLifetime
{
    private static readonly string Email = DemoPeople.Email[Role.Auditor];
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_copied_cookie_ends_with_the_button()
    {
        var (here, thief) = await SignedInAndCopied();
        (await thief.Open("/Reports")).Answers(HttpStatusCode.OK);
        await (await here.Open("/")).Press("Sign out");
        Assert.Equal("/Account/SignIn", (await thief.Open("/Reports")).Path);
        Assert.Equal("/Account/SignIn", (await thief.Open("/Admin/Audit/Export")).Path);
        Assert.Equal("Signed out", (await app.Audit())[0]);
    }

    [Theory, InlineData(Role.Auditor, 119), InlineData(Role.Commissioner, 59), InlineData(Role.SystemAdministrator, 59)]
    public async Task Ends_after_twelve_hours_whatever_is_clicked(Role role, int everyMinutes)
    {
        var door = await app.SignedInAs(role);
        var until = app.Clock.Now.AddHours(12);
        while (app.Clock.Now.AddMinutes(everyMinutes) < until)
        {
            app.Clock.Advance(TimeSpan.FromMinutes(everyMinutes));
            Assert.Equal("/", (await door.Open("/")).Path);
            await SeenNow();
        }
        app.Clock.Now = until.AddSeconds(-1);
        Assert.Equal("/", (await door.Open("/")).Path);
        app.Clock.Now = until;
        Assert.Equal("/Account/SignIn", (await door.Open("/")).Path);
    }

    [Theory, InlineData(Role.Auditor, 120), InlineData(Role.Learner, 120), InlineData(Role.Commissioner, 60),
        InlineData(Role.SystemAdministrator, 60)]
    public async Task Ends_without_a_click_sooner_for_who_decides_over_others(Role role, int minutes)
    {
        var (door, other) = (await app.SignedInAs(role), await app.SignedInAs(role));
        app.Clock.Advance(TimeSpan.FromMinutes(minutes) - TimeSpan.FromSeconds(1));
        Assert.Equal("/", (await door.Open("/")).Path);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal("/Account/SignIn", (await other.Open("/")).Path);
    }

    [Fact]
    public async Task A_click_is_written_down_at_most_once_a_minute_and_never_in_the_audit()
    {
        var door = await app.SignedInAs(Role.Auditor);
        var (began, lines) = (app.Clock.Now, (await app.Audit()).Count);
        app.Clock.Advance(TimeSpan.FromSeconds(59));
        await door.Open("/");
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(began, (await Newest()).LastSeenAt);
        await door.Open("/");
        await SeenNow();
        Assert.Equal(lines, (await app.Audit()).Count);
    }

    [Fact]
    public async Task A_page_waits_for_no_writer()
    {
        if (TestDatabase.OnPostgres) Assert.Skip("Only SQLite has one writer at a time");
        var door = await app.SignedInAs(Role.Auditor);
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        await using var db = app.Database.Open();
        await using (await db.Database.BeginTransactionAsync())
        {
            await db.Database.ExecuteSqlRawAsync("UPDATE \"Partnerships\" SET \"Name\" = \"Name\"");
            (await door.Open("/Help").WaitAsync(TimeSpan.FromSeconds(20))).Answers(HttpStatusCode.OK);
            Assert.NotEqual(app.Clock.Now, (await Newest()).LastSeenAt);
        }
        await SeenNow();
    }

    [Fact]
    public async Task Whoever_signs_in_after_someone_else_has_a_session_of_their_own_and_ends_the_one_before()
    {
        var robin = await app.HasPerson("robin@example.org", Role.TrainingAdministrator, password: null);
        var link = await app.In(async (IServiceProvider services) =>
        {
            var db = services.GetRequiredService<PortalDb>();
            var made = await services.GetRequiredService<OneTimeLinks>()
                .MakeAsync(robin.Id, LinkPurpose.Invitation, CancellationToken.None);
            await db.SaveOwnHistoryAsync(CancellationToken.None);
            return new Uri(made).PathAndQuery;
        });
        var (here, thief) = await SignedInAndCopied();
        var before = await Newest();
        await (await here.Open(link)).Fill("Choose a password", Accounts.Password).Press("Accept and sign in");
        var now = await Newest();
        Assert.NotEqual((before.Id, before.UserId), (now.Id, now.UserId));
        Assert.Equal(SessionEnd.Replaced, (await Row(before.Id)).ClosedHow);
        Assert.Equal("/Account/SignIn", (await thief.Open("/")).Path);
        (await here.Open("/")).Shows("acting as training administrator");
    }

    [Fact]
    public async Task A_changed_password_goes_on_here_under_a_new_id_and_no_longer_than_before()
    {
        await app.HasPerson("robin@example.org", Role.Auditor);
        var (door, elsewhere) = (app.Visitor(), app.Visitor());
        await PortalApp.SignIn(elsewhere, "robin@example.org", Accounts.Password);
        await PortalApp.SignIn(door, "robin@example.org", Accounts.Password);
        var began = (await Newest()).StartedAt;
        app.Clock.Advance(TimeSpan.FromHours(1));
        await (await door.Open("/Account/ChangePassword")).Fill("Current password", Accounts.Password)
            .Fill("New password", "quite another set of words").Press("Save");

        Assert.Equal("/Account/SignIn", (await elsewhere.Open("/")).Path);
        (await door.Open("/")).Shows("acting as auditor");
        var rows = await app.In((PortalDb db) => db.UserSessions.AsNoTracking().OrderBy(s => s.Id).ToListAsync());
        Assert.Equal([SessionEnd.AccountChanged, SessionEnd.AccountChanged, null], rows.Select(r => r.ClosedHow));
        Assert.Equal(began, rows[^1].StartedAt);
    }

    [Fact]
    public async Task Five_wrong_passwords_from_within_sign_the_person_out_everywhere()
    {
        await app.HasPerson("robin@example.org", Role.Auditor);
        var (door, elsewhere) = (app.Visitor(), app.Visitor());
        await PortalApp.SignIn(elsewhere, "robin@example.org", Accounts.Password);
        await PortalApp.SignIn(door, "robin@example.org", Accounts.Password);
        for (var attempt = 0; attempt < 5; attempt++)
        {
            var page = await door.Open("/Account/ChangePassword");
            Assert.Equal("/Account/ChangePassword", page.Path);
            page = await page.Fill("Current password", $"wrong {attempt}").Fill("New password", "quite another set of words").Press("Save");
            page.Answers(HttpStatusCode.BadRequest).Shows(attempt < 4 ? "Your password is not right" : "You are signed out everywhere");
        }
        Assert.Equal("/Account/SignIn", (await door.Open("/")).Path);
        Assert.Equal("/Account/SignIn", (await elsewhere.Open("/")).Path);
    }

    [Fact]
    public async Task Strangers_who_try_passwords_throw_nobody_out()
    {
        var door = await app.SignedInAs(Role.Auditor);
        for (var attempt = 0; attempt < 6; attempt++) await PortalApp.SignIn(app.Visitor(), Email, $"wrong password {attempt}");
        Assert.Equal("/", (await door.Open("/")).Path);
    }

    private async Task<(FrontDoor Here, FrontDoor Copy)> SignedInAndCopied()
    {
        var cookies = new CookieContainer();
        var here = app.VisitorWith(cookies);
        await PortalApp.SignIn(here, Email, DemoPeople.Password);
        var copy = new CookieContainer();
        copy.Add(cookies.GetAllCookies());
        return (here, app.VisitorWith(copy));
    }

    private Task<UserSession> Newest() => app.In((PortalDb db) => db.UserSessions.AsNoTracking().OrderByDescending(s => s.Id).FirstAsync());

    private Task<UserSession> Row(Id<UserSession> id) =>
        app.In((PortalDb db) => db.UserSessions.AsNoTracking().SingleAsync(s => s.Id == id));

    /// <summary>The click of this moment is written, behind the request, within seconds.</summary>
    private async Task SeenNow()
    {
        for (var tries = 0; (await Newest()).LastSeenAt != app.Clock.Now; tries++)
        {
            Assert.True(tries < 200, "The last click was not written down");
            await Task.Delay(50);
        }
    }
}
