using Portal.Data.Seeding;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

public class ReadingTheStandards(Support.Browser browser)
{
    [Theory]
    [InlineData(Screen.Wide, true)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Phone, false)]
    public async Task Leads_from_the_matrix_to_the_proof(Screen screen, bool script)
    {
        await using var app = (await PortalApp.CreateAsync()).Listen();
        await browser.Walk(app.Address!, screen, async page =>
        {
            await page.Open("/Account/SignIn");
            await page.Fill("Email address", DemoPeople.Email[Role.BoardMember]);
            await page.Fill("Password", DemoPeople.Password);
            await page.Press("Sign in");
            foreach (var path in new[]
            {
                "/Standards", "/Standards/S06", "/Standards/S01", "/Standards/Matrix", "/Standards/Matrix?Sort=-S07&Type=Health", "/Flags",
                "/Flags?Closed=true"
            })
            {
                await page.Open(path);
                await page.IsSound();
            }
            await page.Open("/Flags");
            await page.Page.Locator("tbody th a").First.ClickAsync();
            await page.Shows("What would clear it");
            await page.IsSound();
        }, script);
    }
}
