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
}

/// <summary>Words set apart from the text around them.</summary>
[HtmlTargetElement("govuk-inset-text")]
public sealed class InsetTextTag : ComponentTag<InsetText>;

/// <summary>A consequence the person should know before going on.</summary>
[HtmlTargetElement("govuk-warning-text")]
public sealed class WarningTextTag : ComponentTag<WarningText>;

/// <summary>
/// Questions that narrow a list, as a GET form; <c>chosen</c> says what narrows it now. It stands open while an answer could not be read.
/// </summary>
[HtmlTargetElement("filter-panel")]
public sealed class FilterPanelTag : ComponentTag<FilterPanel>
{
    public IReadOnlyList<FilterPanel.Choosing> Chosen { get; set; } = [];
    public string? Summary { get; set; }
    public string? Action { get; set; }
    public string? ClearHref => Action;
    public bool Open { get; set; }

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        new(await base.ParametersAsync(context, output)) { ["Open"] = Open || !ViewContext.ViewData.ModelState.IsValid };
}
