using System.Net;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Security;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Account;

public sealed class WhereSomeoneIsSignedIn : IAsyncLifetime
{
    private const string Firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private const string Phone =
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 "
            + "Safari/604.1";
    private static readonly string Email = DemoPeople.Email[Role.Auditor];
    private PortalApp app = null!;
    private FrontDoor desk = null!;
    private FrontDoor phone = null!;

    public async ValueTask InitializeAsync()
    {
        app = await PortalApp.CreateAsync();
        (desk, phone) = (app.VisitorWith(new(), Firefox), app.VisitorWith(new(), Phone));
        await PortalApp.SignIn(desk, Email, DemoPeople.Password);
        app.Clock.Advance(TimeSpan.FromMinutes(30));
        await PortalApp.SignIn(phone, Email, DemoPeople.Password);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Theory]
    [InlineData(Firefox, "Firefox on Windows"), InlineData(Phone, "Safari on iPhone")]
    [InlineData(
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0",
        "WebSetup on Windows")]
    [InlineData(
        "Mozilla/5.0 (Linux; Android 15; SM-S931B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 "
            + "Mobile Safari/537.36", "Samsung Internet on Android")]
    [InlineData(
        "Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1",
        "Chrome on iPad")]
    [InlineData(
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15",
        "Safari on Mac")]
    [InlineData("curl/8.5.0", "A browser"), InlineData("", "A browser"), InlineData(null, "A browser")]
    public void A_browser_is_said_in_plain_words(string? userAgent, string words) => Assert.Equal(words, BrowserWords.Of(userAgent));

    [Theory, InlineData("::ffff:192.0.2.7", "192.0.2.7"), InlineData("2001:db8::7", "2001:db8::7"),
        InlineData("198.51.100.1", "198.51.100.1")]
    public void An_address_is_written_as_everywhere(string address, string words) =>
        Assert.Equal(words, BrowserWords.AddressOf(IPAddress.Parse(address)));

    [Fact]
    public async Task Is_listed_with_this_one_marked()
    {
        var page = await desk.Open("/Account");
        page.Shows("Where you are signed in", "Firefox on Windows", "Safari on iPhone", "16 Nov 2026, 9am", "16 Nov 2026, 9:30am");
        Assert.Contains("Firefox on Windows", page.All("tbody tr").Single(r => r.TextContent.Contains("This one")).TextContent);
        Assert.Single(page.All("tbody button"));
    }

    [Fact]
    public async Task One_of_them_is_ended_at_its_next_click()
    {
        var page = await (await desk.Open("/Account")).Press("End the session in Safari on iPhone, since 16 Nov 2026, 9:30am");
        page.Shows("Session ended").DoesNotShow("Safari on iPhone");
        Assert.Equal("Ended a session: Safari on iPhone", (await app.Audit())[0]);
        Assert.Equal("/Account/SignIn", (await phone.Open("/")).Path);
        Assert.Equal("/", (await desk.Open("/")).Path);
    }

    [Fact]
    public async Task All_others_are_ended_and_this_one_goes_on()
    {
        (await (await phone.Open("/Account")).Press("End all others")).Shows("All other sessions ended").DoesNotShow("Firefox on Windows");
        Assert.Equal("/Account/SignIn", (await desk.Open("/")).Path);
        Assert.Equal("/", (await phone.Open("/")).Path);
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_someone_else()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var theirs = await app.In((PortalDb db) => db.UserSessions.OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync());
        var page = await desk.Open("/Account");
        page.All("tbody button").Single().SetAttribute("value", theirs.ToString());
        (await page.Press("End the session in Safari on iPhone, since 16 Nov 2026, 9:30am")).Answers(HttpStatusCode.BadRequest)
            .Shows("That session has ended already");
        Assert.Equal("/", (await commissioner.Open("/")).Path);
    }

    [Fact]
    public async Task An_administrator_sees_how_many_and_ends_them()
    {
        var commissioner = await app.SignedInAs(Role.Commissioner);
        var page = await (await commissioner.Open("/Admin/People?search=auditor@")).Follow(await app.NameOfAsync(Role.Auditor));
        page.Shows("In 2 places").DoesNotShow("Firefox on Windows", "iPhone");
        (await page.Press("Sign them out everywhere")).Shows("Sessions ended", "Nowhere at the moment");
        Assert.Equal($"Ended the sessions of {await app.NameOfAsync(Role.Auditor)}", (await app.Audit())[0]);
        Assert.Equal("/Account/SignIn", (await desk.Open("/")).Path);
        Assert.Equal("/Account/SignIn", (await phone.Open("/")).Path);
    }

    [Fact]
    public async Task What_has_run_out_is_not_listed()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(100));
        (await phone.Open("/Account")).Shows("Safari on iPhone").DoesNotShow("Firefox on Windows");
    }
}
