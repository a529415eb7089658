using Microsoft.Playwright;
using Portal.Tests.Support;

namespace Portal.Tests.Browser;

/// <summary>What people do on the pages of a return, in a browser.</summary>
internal static class ReturnSteps
{
    public static async Task AnswerAsync(BrowserPage page)
    {
        if (await page.Page.GetByRole(AriaRole.Radio).CountAsync() > 0) await page.Page.GetByRole(AriaRole.Radio).Nth(2).CheckAsync();
        else if (await page.Page.GetByLabel("Number", new() { Exact = true }).CountAsync() > 0) await page.Fill("Number", "1");
        else await page.Fill("Answer", "Few dates near us.");
        await page.Press("Save and continue");
        await page.Page.Locator("footer").First.WaitForAsync();
    }

    public static async Task CostAsync(BrowserPage page, Id<AgencyReturn> id, string kind, string quantity, string price, string paid)
    {
        await page.Open($"/Returns/{id}/Costing");
        await page.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Add a cost") }).First.ClickAsync();
        var choice = page.Page.GetByLabel("What for?", new() { Exact = true });
        await choice.SelectOptionAsync(await choice.Locator("option").Filter(new() { HasText = kind }).First.GetAttributeAsync("value")
            ?? "");
        await page.Fill("Quantity", quantity);
        await page.Fill("Price of one", price);
        await page.Tick("No VAT");
        await page.Tick(paid);
        await page.Press("Save");
        await page.Shows("Cost saved");
    }

    public static async Task SendAsync(BrowserPage page, Id<AgencyReturn> id)
    {
        await page.Open($"/Returns/{id}/Check");
        await page.IsSound();
        await page.Press("Send to the executive lead");
        await page.Shows("Sent. The executive lead has been asked to sign");
    }

    public static async Task SignAsync(BrowserPage page)
    {
        await page.Tick("Sign and submit");
        await page.Press("Continue");
        await page.Shows("Signed and submitted. Thank you");
    }

    public static async Task EvaluateAsync(BrowserPage page)
    {
        await page.Open("/Standards/Evaluate");
        await page.Press("Evaluate now");
    }

    public static async Task FillDay(BrowserPage page, string question, DateOnly day)
    {
        var group = page.Page.GetByRole(AriaRole.Group, new() { Name = question });
        foreach (var (label, value) in new[] { ("Day", day.Day), ("Month", day.Month), ("Year", day.Year) })
            await group.GetByLabel(label, new() { Exact = true }).FillAsync($"{value}");
    }
}
