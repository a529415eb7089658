using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>What training will be needed, as a commissioner plans for it: the forecast, a scenario beside it, and dates for it.</summary>
public sealed class PlanningAhead(Support.Browser browser)
{
    [Theory]
    [InlineData(Screen.Wide, true)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Wide, false)]
    public async Task From_the_forecast_to_a_date(Screen screen, bool script)
    {
        await using var app = (await PortalApp.CreateAsync()).Listen();
        await new WalksAtOnce(browser, app, screen, script).As(Role.Commissioner, async page =>
        {
            await page.Open("/Commissioning/Demand?level=2");
            await page.Shows("Places still needed", "it would have been wrong by");
            await page.IsSound();
            await page.FitsPaper();
            await page.Press("Save a scenario");
            await page.Fill("Name", "If twice as many start");
            await page.Fill("How many people will start, beside the last 12 months?", "900");
            await page.Press("Save the scenario");
            await page.Shows("Starters must be between 0% and 500% of the last 12 months");
            await page.IsSound();
            await page.Fill("How many people will start, beside the last 12 months?", "200");
            await page.Press("Save the scenario");
            await page.Shows("Scenario saved", "In the scenario");
            await page.IsSound();
            await page.FitsPaper();
            await page.Open("/Commissioning/Demand/BackTest");
            await page.IsSound();
            await page.Open("/Commissioning/Demand/Counted?level=2&month=3");
            await page.IsSound();
            await page.Open("/Commissioning/Demand/Dates?level=2");
            await page.Shows("would give everyone a place");
            await page.IsSound();
            await page.Page.Locator("main td a").First.ClickAsync();
            await page.Shows("Add a date");
            await page.IsSound();
        });
    }
}
