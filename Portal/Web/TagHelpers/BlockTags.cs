using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>Something few people need, one press away.</summary>
[HtmlTargetElement("govuk-details")]
public sealed class DetailsTag : ComponentTag<Details>
{
    public string Summary { get; set; } = "";
    public bool Open { get; set; }

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        new() { ["Summary"] = Summary, ["Open"] = Open, ["ChildContent"] = await ChildrenAsync(output), ["Attributes"] = Rest(output) };
}

/// <summary>Words set apart from the text around them.</summary>
[HtmlTargetElement("govuk-inset-text")]
public sealed class InsetTextTag : ComponentTag<InsetText>
{
    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        new() { ["ChildContent"] = await ChildrenAsync(output) };
}

/// <summary>A consequence the person should know before going on.</summary>
[HtmlTargetElement("govuk-warning-text")]
public sealed class WarningTextTag : ComponentTag<WarningText>
{
    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        new() { ["ChildContent"] = await ChildrenAsync(output) };
}

/// <summary>A wide table that scrolls in a region of its own; <c>label</c> says what it shows.</summary>
[HtmlTargetElement("table-region")]
public sealed class TableRegionTag : ComponentTag<TableRegion>
{
    public string Label { get; set; } = "";

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        new() { ["Label"] = Label, ["ChildContent"] = await ChildrenAsync(output) };
}

/// <summary>Questions that narrow a list, as a GET form; <c>chosen</c> says what narrows it now.</summary>
[HtmlTargetElement("filter-panel")]
public sealed class FilterPanelTag : ComponentTag<FilterPanel>
{
    public IReadOnlyList<FilterPanel.Choosing> Chosen { get; set; } = [];
    public string? Summary { get; set; }
    public string? Action { get; set; }
    public bool Open { get; set; }

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) => new()
    {
        ["ChildContent"] = await ChildrenAsync(output), ["Chosen"] = Chosen, ["Summary"] = Summary, ["Action"] = Action, ["ClearHref"] = Action, ["Open"] = Open,
    };
}
