using Portal.Features.Commissioning.Planning;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>
/// A commissioner asks for the best use of some money, reads what was found, and takes three options to the board as a paper.
/// </summary>
public sealed class PlanningTheMoney(Support.Browser browser)
{
    [Theory]
    [InlineData(Screen.Wide, true)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Wide, false)]
    public async Task From_a_question_to_a_paper(Screen screen, bool script)
    {
        await using var app = (await PortalApp.CreateAsync()).Listen();
        var walk = new WalksAtOnce(browser, app, screen, script);
        await walk.As(Role.Commissioner, async page =>
        {
            await page.Open("/Commissioning/Demand");
            await page.Follow("The best use of money");
            await page.IsSound();
            await page.Press("Ask for a plan");
            await page.IsSound();
            await page.Press("Work it out");
            await page.Shows("There is a problem", "Enter a name for the plan");
            await page.IsSound();
            await page.Fill("What shall it be called?", "All that is free");
            await page.Fill("Amount (optional)", "5000");
            await page.Fill("At most how many dates a month? (optional)", "4");
            await page.Press("Work it out");
            await page.Shows("All that is free", "PL-0001");
            await app.In<SolvePlansJob>(job => job.RunAsync(default));
            await page.Open(new Uri(page.Page.Url).AbsolutePath);
            await page.Shows("Beside other plans", "What it buys", "With more or with less money");
            await page.IsSound();
            await page.FitsPaper();

            await page.Open("/Commissioning/Options");
            await page.Press("Prepare the three plans");
            await page.IsSound();
            await page.Press("Work out the three plans");
            await app.In<SolvePlansJob>(job => job.RunAsync(default));
            await page.Open("/Commissioning/Options");
            await page.Shows("Beside one another", "What option 1 buys");
            await page.IsSound();
            await page.FitsPaper();
        });
    }
}
