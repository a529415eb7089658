using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>Facts about one thing: a <c>summary-row</c> for each.</summary>
[HtmlTargetElement("summary-list")]
public sealed class SummaryListTag : ComponentTag<SummaryList>
{
    private readonly List<SummaryList.Row> inside = [];

    /// <summary>Facts that the page has ready; those between the tags follow.</summary>
    public IReadOnlyList<SummaryList.Row> Rows { get; set; } = [];

    public string? Class { get; set; }
    public bool NoBorder { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(SummaryList.Row)] = inside;

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output)
    {
        await output.GetChildContentAsync();
        return new(await base.ParametersAsync(context, output)) { ["Rows"] = (IReadOnlyList<SummaryList.Row>)[.. Rows, .. inside] };
    }
}

/// <summary>One fact of a <c>summary-list</c>, perhaps with a link to change it.</summary>
[HtmlTargetElement("summary-row")]
public sealed class SummaryRowTag : TagHelper
{
    public string Key { get; set; } = "";
    public string? ActionHref { get; set; }
    public string ActionText { get; set; } = "Change";

    /// <summary>What the link is about, for someone who hears it alone.</summary>
    public string? ActionAbout { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((List<SummaryList.Row>)context.Items[typeof(SummaryList.Row)]).Add(new(Key)
        {
            Content = await output.ChildrenAsync(),
            Actions = string.IsNullOrEmpty(ActionHref) ? [] : [new(ActionHref, ActionText, ActionAbout)],
        });
        output.SuppressOutput();
    }
}
