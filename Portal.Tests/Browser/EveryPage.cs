using Microsoft.Playwright;
using Portal.Data.Seeding;
using Portal.Tests.Support;
using Xunit.Sdk;

namespace Portal.Tests.Browser;

/// <summary>
/// Every page that a person can open, found by itself: it fits a desk and a phone, axe finds nothing that WCAG 2.2 AA
/// forbids, and the console stays quiet.
/// </summary>
public sealed class EveryPage(Support.Browser browser)
{
    public static TheoryData<Role, Screen> People => new MatrixTheoryData<Role, Screen>(
        [Role.Commissioner, Role.TrainingLead, Role.ExecutiveLead, Role.Learner, Role.LineManager, Role.BoardMember, Role.SystemAdministrator], [Screen.Wide, Screen.Phone]);

    [Theory, MemberData(nameof(People))]
    public async Task Is_sound(Role role, Screen screen)
    {
        await using var app = await PortalApp.CreateAsync();
        var ids = await PageIds.OfBoroughAsync(app);
        app.Listen();
        var faults = new List<string>();
        await browser.Walk(app.Address!, screen, async page =>
        {
            await page.Open("/Account/SignIn");
            await page.Fill("Email address", DemoPeople.Email[role]);
            await page.Fill("Password", DemoPeople.Password);
            await page.Press("Sign in");
            await page.Shows("Sign out");
            foreach (var address in PortalPage.AllOf(app).Where(p => p.OpensTo(role) && FirstToOpen(p) == role && ids.Know(p.Route)).Select(p => ids.Fill(p.Route, theirs: false)))
            {
                if (!await IsPage(page.Page, address)) continue;
                try { await page.IsSound(); }
                catch (XunitException fault) { faults.Add(fault.Message); }
            }
        });
        Assert.True(faults.Count == 0, string.Join("\n\n", faults));
    }

    [Theory, InlineData(Screen.Wide), InlineData(Screen.Phone)]
    public async Task Of_a_visitor_is_sound(Screen screen)
    {
        await using var app = (await PortalApp.CreateAsync()).Listen();
        await browser.Walk(app.Address!, screen, async page =>
        {
            foreach (var address in new[] { "/", "/Help", "/Privacy", "/Accessibility", "/Account/ForgottenPassword", "/Nowhere" })
            {
                await page.Open(address);
                await page.IsSound();
            }
        });
    }

    /// <summary>Each page is looked at once, by the first of these people who may open it.</summary>
    private static Role FirstToOpen(PortalPage page) => People.Select(p => p.Data.Item1).First(page.OpensTo);

    /// <summary>Whether the address answers with a page: downloads and rows out of reach are for other tests.</summary>
    private static async Task<bool> IsPage(IPage page, string address)
    {
        try
        {
            return await page.GotoAsync(address) is { Ok: true } answer && answer.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal);
        }
        catch (PlaywrightException download) when (download.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            return false;
        }
    }
}
