using Portal.Data.Seeding;
using Portal.Operations;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

public class LookingAtTheEngine(Support.Browser browser)
{
    /// <summary>Its pages are not ours, and so not held to our rules for them; but nothing on them may breach our headers.</summary>
    [Fact]
    public async Task Works_under_the_portals_headers()
    {
        await using var app = await PortalApp.CreateAsync();
        app.Settings["Jobs:Enabled"] = "true";
        app.Listen();
        await browser.Walk(app.Address!, Screen.Wide, async page =>
        {
            await page.Open("/Account/SignIn");
            await page.Fill("Email address", DemoPeople.Email[Role.SystemAdministrator]);
            await page.Fill("Password", DemoPeople.Password);
            await page.Press("Sign in");
            await page.Open("/Admin/Jobs");
            await page.Page.GetByText("What the job engine itself says").ClickAsync();
            foreach (var path in new[] { "", "/jobs/enqueued", "/jobs/succeeded", "/recurring", "/servers", "/retries" })
            {
                await page.Page.GotoAsync(JobDashboard.Address + path);
                await page.Page.WaitForTimeoutAsync(500);
            }
            await page.Page.GotoAsync($"{JobDashboard.Address}/recurring");
            foreach (var job in Schedule.Jobs) await page.Page.GetByText(job.Name).First.WaitForAsync();
        });
    }
}
