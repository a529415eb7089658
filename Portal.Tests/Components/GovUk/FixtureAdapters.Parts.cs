using Portal.Components.GovUk;

namespace Portal.Tests.Components.GovUk;

/// <summary>The parts that several components have in common.</summary>
internal static partial class FixtureAdapters
{
    private static Dictionary<string, object?> Legend(FixtureOptions? legend, string name) => new()
    {
        [name] = legend?.Text("text"), [$"{name}Class"] = legend?.Text("classes"), [$"{name}IsHeading"] = legend?.Is("isPageHeading"),
    };

    private static Dictionary<string, object?> Field(FixtureOptions o) => new(Legend(o.Part("label"), "Label"))
    {
        ["Name"] = o.Text("name") ?? "", ["Id"] = o.Text("id"), ["Hint"] = o.TextOf("hint"), ["Error"] = o.TextOf("errorMessage"),
        ["Class"] = o.Text("classes"),
        ["GroupClass"] = o.Part("formGroup")?.Text("classes"), ["DescribedBy"] = o.Text("describedBy"), ["Disabled"] = o.Is("disabled"),
        ["Attributes"] = o.Attributes(),
    };

    private static Dictionary<string, object?> Group(FixtureOptions o)
    {
        var fieldset = o.Part("fieldset");
        return new(Legend(fieldset?.Part("legend"), "Label"))
        {
            ["Name"] = o.Text("name") ?? "", ["Id"] = o.Text("idPrefix"), ["Hint"] = o.TextOf("hint"),
            ["Error"] = o.TextOf("errorMessage"), ["Class"] = o.Text("classes"),
            ["GroupClass"] = o.Part("formGroup")?.Text("classes"),
            ["DescribedBy"] = o.Text("describedBy") ?? fieldset?.Text("describedBy"), ["Attributes"] = o.Attributes(),
            ["Items"] = Choices(o),
        };
    }

    private static string? Chosen(FixtureOptions o, string flag) => o.Each("items").LastOrDefault(i => i.Is(flag))?.Text("value");

    private static IReadOnlyList<Choice> Choices(FixtureOptions o) => [.. o.Each("items").Select(i =>
    {
        // Whether it is chosen is read by the question, which knows the chosen value.
        _ = (i.Flag("checked"), i.Flag("selected"));
        return i.Text("divider") is { } word ? Choice.Divider(word) : new Choice(i.Text("value") ?? "", i.Text("text") ?? "")
        {
            Hint = i.TextOf("hint"), Id = i.Text("id"), Disabled = i.Is("disabled"), Reveals = i.Part("conditional")?.Content("html"),
            Exclusive = i.Text("behaviour") == "exclusive",
        };
    })];

    private static Dictionary<string, object?> DateInput(FixtureOptions o)
    {
        var fieldset = o.Part("fieldset");
        var (day, month, year) = (o.Part("day"), o.Part("month"), o.Part("year"));
        var typed = o.Part("values");
        var wrong = (day?.Is("error") == true ? DateParts.Day : 0) | (month?.Is("error") == true ? DateParts.Month : 0)
            | (year?.Is("error") == true ? DateParts.Year : 0);
        return new(Legend(fieldset?.Part("legend"), "Label"))
        {
            ["Name"] = o.Text("namePrefix") ?? "", ["Id"] = o.Text("id"), ["Hint"] = o.TextOf("hint"),
            ["Error"] = o.TextOf("errorMessage"), ["Class"] = o.Text("classes"),
            ["GroupClass"] = o.Part("formGroup")?.Text("classes"), ["DescribedBy"] = fieldset?.Text("describedBy"),
            ["Attributes"] = o.Attributes(), ["WrongParts"] = wrong,
            ["Day"] = day?.Text("value") ?? typed?.Text("day"), ["Month"] = month?.Text("value") ?? typed?.Text("month"),
            ["Year"] = year?.Text("value") ?? typed?.Text("year"),
        };
    }

    private static Dictionary<string, object?> Pagination(FixtureOptions o)
    {
        var items = o.Each("items")
            .Select(i => (Number: i.Text("number"), Current: i.Is("current"), Href: i.Text("href"), Gap: i.Is("ellipsis"))).ToList();
        _ = (o.Part("previous")?.Text("href"), o.Part("next")?.Text("href"));
        return new()
        {
            ["Current"] = items.FindIndex(i => i.Current) is var at && at >= 0 && int.TryParse(items[at].Number, out var current) ? current
                : 1,
            ["Pages"] = items.Count > 0 && int.TryParse(items[^1].Number, out var last) ? last : 0,
            ["HrefOf"] = (Func<int, string>)(page => $"/page/{page}"), ["Label"] = o.Text("landmarkLabel"),
        };
    }

    private static IReadOnlyList<SummaryList.Action> Actions(FixtureOptions? actions) =>
        [.. (actions?.Each("items") ?? [])
            .Select(a => new SummaryList.Action(a.Text("href") ?? "", a.Text("text") ?? "", a.Text("visuallyHiddenText")))];

    private static TaskList.Item TaskItem(FixtureOptions item)
    {
        var status = item.Part("status");
        var tag = status?.Part("tag");
        return new(item.TextOf("title") ?? "", item.Text("href"), status?.Text("text") ?? tag?.Text("text") ?? "")
        {
            Hint = item.TextOf("hint"), StatusColour = tag is null ? null : tag.Text("classes")?.Replace("govuk-tag--", "") ?? "",
        };
    }
}
