using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

public class SigningIn(Support.Browser browser)
{
    [Theory]
    [InlineData(Screen.Wide, true)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    public async Task Leads_home(Screen screen, bool script)
    {
        await using var app = (await PortalApp.CreateAsync()).Listen();
        await browser.Walk(app.Address!, screen, async page =>
        {
            await page.Open("/");
            await page.IsSound();
            await page.Press("Sign in");
            await page.Shows("Enter your password");
            await page.IsSound();

            await page.Fill("Email address", DemoPeople.Email[Role.BoardMember]);
            await page.Fill("Password", DemoPeople.Password);
            await page.Press("Sign in");
            await page.Shows("Sign out");
            await page.IsSound();
        }, script);
    }
}
