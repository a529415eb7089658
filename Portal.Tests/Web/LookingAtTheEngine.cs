using System.Net;
using System.Text.RegularExpressions;
using Portal.Operations;
using Portal.Tests.Support;

namespace Portal.Tests.Web;

/// <summary>The job engine's own pages: for administrators of the system, and to look at only.</summary>
public sealed partial class LookingAtTheEngine(LookingAtTheEngine.Borough borough) : IClassFixture<LookingAtTheEngine.Borough>
{
    private readonly PortalApp app = borough.App;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>().Where(r => r != Role.System)];

    public static TheoryData<string> Commands =>
    [
        "/recurring/trigger", "/recurring/remove", "/jobs/enqueued/delete", "/jobs/enqueued/requeue",
        "/jobs/actions/requeue/1", "/jobs/actions/delete/1",
        "/jobs/scheduled/enqueue", "/jobs/scheduled/delete", "/jobs/processing/delete", "/jobs/failed/requeue", "/jobs/failed/delete",
    ];

    [Theory, MemberData(nameof(Roles))]
    public async Task Is_for_administrators_of_the_system_and_for_nobody_else(Role role)
    {
        var expected = role == Role.SystemAdministrator ? HttpStatusCode.OK : HttpStatusCode.Forbidden;
        var person = await app.SignedInAs(role);
        foreach (var page in new[] { "", "/recurring", "/jobs/enqueued", "/servers" })
            Assert.Equal(expected, (await person.Open(JobDashboard.Address + page)).Status);
        var jobs = await person.Open("/Admin/Jobs");
        Assert.Equal(role == Role.SystemAdministrator, jobs.Html.Contains(JobDashboard.Address, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Leads_a_visitor_to_the_door()
    {
        foreach (var page in new[] { "", "/recurring", "/css1", "/nowhere" })
            Assert.Equal("/Account/SignIn", (await app.Visitor().Open(JobDashboard.Address + page)).Path);
    }

    [Fact]
    public async Task Asks_for_a_second_factor_where_it_is_required()
    {
        await using var production = await PortalApp.InProductionAsync();
        await production.HasPerson("robin@example.org", Role.SystemAdministrator);
        var door = production.Visitor();
        await PortalApp.SignIn(door, "robin@example.org", Accounts.Password);
        Assert.Equal("/Account/SecondFactor", (await door.Open(JobDashboard.Address)).Path);
    }

    [Theory, MemberData(nameof(Commands))]
    public async Task Takes_no_command_with_a_token_or_without(string command)
    {
        var person = await app.SignedInAs(Role.SystemAdministrator);
        var without = await person.PostWithoutForm(JobDashboard.Address + command, ("jobs[]", "SendOutboxJob"));
        Assert.Equal(HttpStatusCode.Forbidden, without.Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(person, command)).Status);
    }

    [Fact]
    public async Task Tells_its_figures_to_its_own_pages_only()
    {
        var person = await app.SignedInAs(Role.SystemAdministrator);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(person, "/stats")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await person.PostWithoutForm(JobDashboard.Address + "/stats")).Status);
    }

    [Fact]
    public async Task Is_served_under_the_portals_headers_with_two_styles_more()
    {
        var person = await app.SignedInAs(Role.SystemAdministrator);
        var (usual, page) = (await person.Open("/Admin/Jobs"), await person.Open(JobDashboard.Address + "/recurring"));

        foreach (var header in new[] { "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy", "Cross-Origin-Opener-Policy" })
            Assert.Equal(usual.Headers[header], page.Headers[header]);
        var more = page.Headers["Content-Security-Policy"].Replace(usual.Headers["Content-Security-Policy"], "", StringComparison.Ordinal);
        Assert.Matches("^; style-src-elem 'self' 'sha256-[^']+'; style-src-attr 'unsafe-inline'$", more);
        Assert.DoesNotContain(app.Database.ConnectionString, page.Html);
        Assert.DoesNotContain("Trigger now", page.Html);
    }

    private static async Task<WebPage> PostAsync(FrontDoor person, string command)
    {
        var html = (await person.Open(JobDashboard.Address + "/recurring")).Html;
        var content = new FormUrlEncodedContent([KeyValuePair.Create("jobs[]", "SendOutboxJob")]);
        var request = new HttpRequestMessage(HttpMethod.Post, JobDashboard.Address + command) { Content = content };
        request.Headers.Add(Token().Match(html).Groups["header"].Value, Token().Match(html).Groups["token"].Value);
        return await person.Send(request);
    }

    [GeneratedRegex("""<meta name="csrf-header" content="(?<header>[^"]+)">\s*<meta name="csrf-token" content="(?<token>[^"]+)">""")]
    private static partial Regex Token();

    public sealed class Borough : IAsyncLifetime
    {
        public PortalApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await PortalApp.CreateAsync();

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
