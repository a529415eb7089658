using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Portal.Components.GovUk;

namespace Portal.Tests.Components.GovUk;

/// <summary>How the options of GOV.UK Frontend's own fixtures are said in the parameters of our components.</summary>
internal static partial class FixtureAdapters
{
    public static readonly IReadOnlyDictionary<string, (Type Component, Func<FixtureOptions, Dictionary<string, object?>> Parameters)> All =
        new Dictionary<string, (Type, Func<FixtureOptions, Dictionary<string, object?>>)>
        {
            ["back-link"] = (typeof(BackLink),
                o => new()
                {
                    ["Href"] = o.Text("href") ?? "#", ["Text"] = o.Text("text") ?? "Back", ["Class"] = o.Text("classes"),
                    ["Attributes"] = o.Attributes()
                }),
            ["breadcrumbs"] = (typeof(Breadcrumbs), o => new()
            {
                ["Items"] = (IReadOnlyList<Breadcrumbs.Crumb>)[.. o.Each("items")
                    .Select(i => new Breadcrumbs.Crumb(i.Text("text") ?? "", i.Text("href")))],
                ["Label"] = o.Text("labelText"), ["CollapseOnMobile"] = o.Is("collapseOnMobile"), ["Class"] = o.Text("classes"),
                ["Attributes"] = o.Attributes(),
            }),
            ["button"] = (typeof(Button), o => new()
            {
                ["Text"] = o.Text("text"), ["ChildContent"] = o.Content("html"), ["Href"] = o.Text("href"), ["Type"] = o.Text("type"),
                ["Name"] = o.Text("name"), ["Value"] = o.Text("value"),
                ["Disabled"] = o.Is("disabled"), ["PreventDoubleClick"] = o.Flag("preventDoubleClick"), ["Id"] = o.Text("id"),
                ["Class"] = o.Text("classes"), ["Attributes"] = o.Attributes(),
            }),
            ["checkboxes"] = (typeof(Checkboxes), o => new(Group(o))
            {
                ["Values"] = (IReadOnlyCollection<string>)[
                    .. o.Words("values"), .. o.Each("items").Where(i => i.Is("checked")).Select(i => i.Text("value")!)
                ],
            }),
            ["date-input"] = (typeof(DateInput), DateInput),
            ["details"] = (typeof(Details), o => new()
            {
                ["Summary"] = o.Text("summaryText") ?? "", ["Text"] = o.Text("text"), ["ChildContent"] = o.Content("html"),
                ["Id"] = o.Text("id"), ["Open"] = o.Is("open"),
                ["Class"] = o.Text("classes"), ["Attributes"] = o.Attributes(),
            }),
            ["error-message"] = (typeof(ErrorMessage),
                o => new() { ["Text"] = o.Text("text") ?? "", ["Id"] = o.Text("id"), ["Class"] = o.Text("classes") }),
            ["error-summary"] = (typeof(ErrorSummary), o => new()
            {
                ["Title"] = o.Text("titleText") ?? "", ["Description"] = o.Text("descriptionText"),
                ["DisableAutoFocus"] = o.Flag("disableAutoFocus"), ["Class"] = o.Text("classes"), ["Attributes"] = o.Attributes(),
                ["Errors"] = (IReadOnlyList<ErrorSummary.Problem>)[.. o.Each("errorList")
                    .Select(e => new ErrorSummary.Problem(e.Text("text") ?? "", e.Text("href")))],
            }),
            ["fieldset"] = (typeof(Fieldset), o => new(Legend(o.Part("legend"), "Legend"))
            {
                ["ChildContent"] = o.Content("html"), ["Class"] = o.Text("classes"), ["Role"] = o.Text("role"),
                ["DescribedBy"] = o.Text("describedBy"),
            }),
            ["file-upload"] = (typeof(FileUpload), o => new(Field(o)) { ["Multiple"] = o.Is("multiple") }),
            ["hint"] = (typeof(Hint), o => new() { ["Id"] = o.Text("id"), ["Text"] = o.Text("text") ?? "", ["Class"] = o.Text("classes") }),
            ["input"] = (typeof(TextInput), o => new(Field(o))
            {
                ["Value"] = o.Text("value"), ["Type"] = o.Text("type"), ["InputMode"] = o.Text("inputmode"),
                ["Autocomplete"] = o.Text("autocomplete"), ["Autocapitalize"] = o.Text("autocapitalize"),
                ["Pattern"] = o.Text("pattern"), ["Spellcheck"] = o.Flag("spellcheck"), ["Prefix"] = o.TextOf("prefix"),
                ["Suffix"] = o.TextOf("suffix"),
            }),
            ["inset-text"] = (typeof(InsetText),
                o => new()
                {
                    ["Text"] = o.Text("text"), ["ChildContent"] = o.Content("html"), ["Id"] = o.Text("id"), ["Class"] = o.Text("classes"),
                    ["Attributes"] = o.Attributes()
                }),
            ["label"] = (typeof(Label),
                o => new()
                {
                    ["For"] = o.Text("for"), ["Text"] = o.Text("text"), ["Class"] = o.Text("classes"),
                    ["IsHeading"] = o.Is("isPageHeading")
                }),
            ["notification-banner"] = (typeof(NotificationBanner), o => new()
            {
                ["Text"] = o.Text("text"), ["ChildContent"] = o.Content("html"), ["IsSuccess"] = o.Text("type") == "success",
                ["Title"] = o.Text("titleText"), ["TitleId"] = o.Text("titleId"),
                ["Role"] = o.Text("role"), ["DisableAutoFocus"] = o.Flag("disableAutoFocus"), ["Class"] = o.Text("classes"),
                ["Attributes"] = o.Attributes(),
            }),
            ["pagination"] = (typeof(Pagination), Pagination),
            ["panel"] = (typeof(Panel), o => new()
            {
                ["Title"] = o.Text("titleText") ?? "", ["HeadingLevel"] = o.Number("headingLevel"), ["Text"] = o.Text("text"),
                ["ChildContent"] = o.Content("html"), ["Class"] = o.Text("classes"), ["Attributes"] = o.Attributes(),
            }),
            ["radios"] = (typeof(Radios), o => new(Group(o)) { ["Value"] = Chosen(o, "checked") ?? o.Text("value") }),
            ["select"] = (typeof(Select), o => new(Field(o))
            {
                ["Items"] = Choices(o), ["Value"] = Chosen(o, "selected") ?? o.Text("value"),
            }),
            ["summary-list"] = (typeof(SummaryList), o => new()
            {
                ["CardTitle"] = o.Part("card")?.TextOf("title"), ["CardActions"] = Actions(o.Part("card")?.Part("actions")),
                ["Class"] = o.Text("classes"), ["Attributes"] = o.Attributes(),
                ["Rows"] = (IReadOnlyList<SummaryList.Row>)[.. o.Each("rows")
                    .Select(r => new SummaryList.Row(r.TextOf("key") ?? "", r.TextOf("value"))
                    {
                        Content = r.Part("value")?.Content("html"), Actions = Actions(r.Part("actions")),
                    })],
            }),
            ["tag"] = (typeof(Tag),
                o => new()
                {
                    ["Text"] = o.Text("text"), ["ChildContent"] = o.Content("html"), ["Class"] = o.Text("classes"),
                    ["Attributes"] = o.Attributes()
                }),
            ["task-list"] = (typeof(TaskList), o => new()
            {
                ["IdPrefix"] = o.Text("idPrefix"), ["Class"] = o.Text("classes"), ["Attributes"] = o.Attributes(),
                ["Items"] = (IReadOnlyList<TaskList.Item>)[.. o.Each("items").Select(TaskItem)],
            }),
            ["textarea"] = (typeof(Textarea),
                o => new(Field(o))
                {
                    ["Value"] = o.Text("value"), ["Rows"] = o.Number("rows"), ["Autocomplete"] = o.Text("autocomplete"),
                    ["Spellcheck"] = o.Flag("spellcheck")
                }),
            ["warning-text"] = (typeof(WarningText), o => new()
            {
                ["Text"] = o.Text("text"), ["ChildContent"] = o.Content("html"), ["IconFallback"] = o.Text("iconFallbackText"),
                ["Class"] = o.Text("classes"), ["Attributes"] = o.Attributes(),
            }),
        };

    /// <summary>
    /// The published markup with our names and addresses: we post the parts of a date as Start.Day (they, start-day), and Previous leads
    /// to the address of the page before (they, to /previous). Nothing else may differ.
    /// </summary>
    public static string AddressedAsOurs(string component, string html) => component switch
    {
        "date-input" => Regex.Replace(
            html, "name=\"(?:([^\"]*)-)?(day|month|year)\"",
            m => $"name=\"{m.Groups[1]}.{char.ToUpperInvariant(m.Groups[2].Value[0])}{m.Groups[2].Value[1..]}\""),
        "pagination" when Regex.Match(html, "href=\"/page/(\\d+)\"[^>]*aria-current") is { Success: true } current =>
            html.Replace("\"/previous\"", $"\"/page/{int.Parse(current.Groups[1].Value, CultureInfo.InvariantCulture) - 1}\"")
                .Replace("\"/next\"", $"\"/page/{int.Parse(current.Groups[1].Value, CultureInfo.InvariantCulture) + 1}\""),
        _ => html,
    };
}
