using System.Collections.Concurrent;
using Microsoft.Playwright;
using Portal.Data.Seeding;
using Portal.Tests.Support;
using Xunit.Sdk;

namespace Portal.Tests.Browser;

/// <summary>
/// Every page that a person can open, found by itself: it fits a desk and a phone, axe finds nothing that WCAG 2.2 AA
/// forbids, and the console stays quiet. A page is looked at as the first of these people who may open it sees it; a home
/// page as each of them sees theirs.
/// </summary>
public sealed class EveryPage(EveryPage.Borough borough, Support.Browser browser) : IClassFixture<EveryPage.Borough>
{
    public static TheoryData<Role> People =>
        [
            Role.Commissioner, Role.TrainingLead, Role.ExecutiveLead, Role.Learner, Role.LineManager, Role.BoardMember,
            Role.CourseProvider, Role.SystemAdministrator,
        ];

    [Theory, MemberData(nameof(People))]
    public async Task Is_sound(Role role)
    {
        var pages = PortalPage.AllOf(borough.App).Where(p => p.OpensTo(role) && FirstToOpen(p) == role && borough.Ids.Know(p.Route));
        await Look(["/", .. pages.Select(p => borough.Ids.Fill(p.Route, theirs: false)).Where(a => a != "/")], role);
    }

    [Fact]
    public Task Of_a_visitor_is_sound() => Look(
    [
        "/Account/SignIn", "/Help", "/Privacy", "/Accessibility", "/Account/ForgottenPassword", "/Nowhere", "/Staff/Answer",
        borough.Ids.AnswerLink, "/Certificates", "/Certificates?code=ABCD-EFGH-JKMN-PQRS", "/Courses/Offer", "/Courses/Approve",
        "/Courses/Evaluate",
    ]);

    private static Role FirstToOpen(PortalPage page) => People.Select(p => p.Data).First(page.OpensTo);

    /// <summary>In as many windows as there are processors, each with a share of the addresses.</summary>
    private async Task Look(IReadOnlyList<string> addresses, Role? role = null)
    {
        var faults = new ConcurrentBag<string>();
        var windows = Math.Min(Environment.ProcessorCount, addresses.Count);
        await Task.WhenAll(Enumerable.Range(0, windows).Select(window => browser.Walk(borough.App.Address!, Screen.Wide, async page =>
        {
            if (role is { } person) await SignIn(page, DemoPeople.Email[person]);
            foreach (var address in addresses.Where((_, place) => place % windows == window))
                foreach (var fault in await FaultsOf(page, address)) faults.Add(fault);
        })));
        Assert.True(faults.IsEmpty, string.Join("\n\n", faults.Order(StringComparer.Ordinal)));
    }

    private static async Task SignIn(BrowserPage page, string email)
    {
        await page.Open("/Account/SignIn");
        await page.Fill("Email address", email);
        await page.Fill("Password", DemoPeople.Password);
        await page.Press("Sign in");
        await page.Shows("Sign out");
    }

    /// <summary>The page is opened once, and the window made narrow under it, as when a tablet is turned.</summary>
    private static async Task<IReadOnlyList<string>> FaultsOf(BrowserPage page, string address)
    {
        if (!await IsPage(page.Page, address)) return [];
        var faults = new List<string>();
        foreach (var screen in new[] { Screen.Wide, Screen.Phone })
        {
            await page.Page.SetViewportSizeAsync((int)screen, 800);
            try { await page.IsSound(); }
            catch (XunitException fault) { faults.Add($"{screen}: {fault.Message}"); }
        }
        await page.Page.SetViewportSizeAsync((int)Screen.Wide, 800);
        return faults;
    }

    /// <summary>
    /// Whether the address answers with a whole page: not with a file, nor with the part of a page that a script asks for.
    /// </summary>
    private static async Task<bool> IsPage(IPage page, string address)
    {
        try
        {
            var answer = await page.GotoAsync(address);
            return answer!.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal)
                && (await answer.TextAsync()).TrimStart().StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase);
        }
        catch (PlaywrightException download) when (download.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return false;
        }
    }

    /// <summary>One portal for all: looking changes nothing.</summary>
    public sealed class Borough : IAsyncLifetime
    {
        public PortalApp App { get; private set; } = null!;
        public PageIds Ids { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            App = await PortalApp.CreateAsync();
            Ids = await PageIds.OfBoroughAsync(App);
            App.Listen();
        }

        public ValueTask DisposeAsync() => App.DisposeAsync();
    }
}
