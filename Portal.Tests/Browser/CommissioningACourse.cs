using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Portal.Data;
using Portal.Tests.Support;
using static Portal.Tests.Browser.ReturnSteps;

namespace Portal.Tests.Browser;

/// <summary>
/// Training that no course covers, as people commission it: two colleagues write at once, the commissioner judges its clauses, a meeting
/// decides, and what was approved is ordered.
/// </summary>
public sealed class CommissioningACourse(Support.Browser browser)
{
    private const string Title = "Ask and act for reception";

    [Theory]
    [InlineData(Screen.Wide, true)]
    [InlineData(Screen.Phone, true)]
    [InlineData(Screen.Wide, false)]
    public async Task From_a_need_to_an_order(Screen screen, bool script)
    {
        await using var app = (await PortalApp.CreateAsync()).Listen();
        var today = DateOnly.FromDateTime(app.Clock.Now);
        await app.In(async (PortalDb db) =>
        {
            db.Add(Given.Meeting(await db.Bodies.SingleAsync(b => b.Code == "DASG"), today));
            await db.SaveAsync(Viewer.System((await db.Partnerships.SingleAsync()).Id), "Prepared a test", CancellationToken.None);
        });
        var walk = new WalksAtOnce(browser, app, screen, script);
        var path = "";

        await walk.As(Role.TrainingLead, async lead =>
        {
            await lead.Open("/Commissioning");
            await lead.IsSound();
            await lead.Press("Ask to commission training");
            await lead.Page.GetByLabel(new Regex("^Level 2:")).CheckAsync();
            await lead.Press("Look what there is");
            await lead.IsSound();
            await lead.Fill("What would you call the training?", Title);
            await lead.Press("Start a request");
            path = new Uri(lead.Page.Url).AbsolutePath;
            await lead.IsSound();
            await walk.As(Role.ExecutiveLead, colleague => WriteTogetherAsync(lead, colleague, path, today));
            await lead.Open(path);
            await lead.Press("Check and send");
            await lead.Shows("£2,400", "a meeting of the sub-group decides on it");
            await lead.IsSound();
            await lead.Press("Send it for a decision");
            await lead.Shows("Waiting for a decision");
            await lead.IsSound();
        });

        await walk.As(Role.Commissioner, async page =>
        {
            await page.Open("/");
            await page.Page.GetByRole(AriaRole.Link, new() { NameRegex = new($"^Decide on .*{Title}$") }).ClickAsync();
            await page.Press("Judge its clauses");
            await page.Choose("Which clause?", "Survivors’ voice (needs a person)");
            await page.Tick("Yes");
            await page.Press("Save the finding");
            await page.Shows("judged by");
            await page.IsSound();
            await page.Open($"{path}/Decide");
            await page.Tick("Approved");
            await page.Choose("At which meeting?", $"DA sub-group, {Words.Day(today)}");
            await page.Fill("Members present", "6");
            await page.Fill("Agencies present", "4");
            await page.IsSound();
            await page.Press("Record the decision");
            await page.Shows("as decided by DA sub-group");
            await page.IsSound();
            await page.FitsPaper();

            await page.Press("Order it");
            await page.Page.GetByLabel(new Regex("^Partnership opening budget")).CheckAsync();
            await page.Fill("What was agreed with the provider?", "Two days in spring");
            await page.IsSound();
            await page.Press("Place the order");
            await page.Shows("TO-0001", "£2,400", "No date stands under it yet");
            await page.IsSound();
            await page.Open("/Commissioning/Demand");
            await page.Shows("Places still needed");
            await page.IsSound();
            await page.FitsPaper();
        });
    }

    private static async Task WriteTogetherAsync(BrowserPage lead, BrowserPage colleague, string path, DateOnly today)
    {
        await lead.Open($"{path}/Need");
        await colleague.Open(path);
        await lead.Fill("Why is it needed, and why are the courses on offer not enough?", "Nobody at the counter can ask");
        await lead.Press("Save");
        await colleague.Follow("What it costs and who pays");
        await colleague.Choose("What for?", "Provider fee");
        await colleague.Fill("How many", "1");
        await colleague.Fill("Price of one, before VAT", "2400");
        await colleague.Tick("Asked of the partnership");
        await colleague.IsSound();
        await colleague.Press("Add the cost");
        await colleague.Shows("Cost added");

        await lead.Open($"{path}/What");
        await lead.Page.GetByLabel(new Regex("^L2\\.1 ")).CheckAsync();
        await lead.Tick("In a room");
        await lead.Fill("Places for you", "24");
        await FillDay(lead, "First day on which it could be given", today.AddDays(30));
        await FillDay(lead, "Last day on which it could be given", today.AddDays(120));
        await lead.IsSound();
        await lead.Press("Save");
        await lead.Open($"{path}/Provider");
        await lead.Choose("Which provider of the register?", "Lantern Victim Advocacy");
        await lead.IsSound();
        await lead.Press("Save");
        await colleague.Open($"{path}/Quality");
        foreach (var box in await colleague.Page.GetByRole(AriaRole.Textbox).AllAsync())
            if (await box.GetAttributeAsync("name") is { } name && name.StartsWith("Answers", StringComparison.Ordinal))
                await box.FillAsync("As it should be");
        await colleague.IsSound();
        await colleague.Press("Save");
        await colleague.Shows("Saved");
    }
}
