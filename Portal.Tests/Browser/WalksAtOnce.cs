using System.Text.RegularExpressions;
using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>One after another, and sometimes two at once, people open the portal in browsers of their own.</summary>
internal sealed class WalksAtOnce(Support.Browser browser, PortalApp app, Screen screen, bool script)
{
    public Task Visiting(Func<BrowserPage, Task> steps) => browser.Walk(app.Address!, screen, steps, script);

    public Task As(Role role, Func<BrowserPage, Task> steps) => Visiting(async page =>
    {
        await page.Open("/Account/SignIn");
        await SignIn(page, role);
        await page.Shows("Sign out");
        await steps(page);
    });

    public async Task SignIn(BrowserPage page, Role role)
    {
        await page.Fill("Email address", DemoPeople.Email[role]);
        await page.Fill("Password", DemoPeople.Password);
        await page.Press("Sign in");
        await page.Shows("Sign out");
        if (!page.Page.Url.Contains("/ActingAs", StringComparison.Ordinal)) return;
        await page.Page.GetByLabel(new Regex($"^{role.Words()}(,|$)")).First.CheckAsync();
        await page.Press("Continue");
    }
}
