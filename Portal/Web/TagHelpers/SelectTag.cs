using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

[HtmlTargetElement("govuk-select", TagStructure = TagStructure.WithoutEndTag)]
public sealed class SelectTag : FieldTag<Select>
{
    public IReadOnlyList<Choice> Items { get; set; } = [];

    /// <summary>An empty first answer, such as "Choose an agency" or "Every agency"; none when left out.</summary>
    public string? Prompt { get; set; }

    protected override string LabelClassPrefix => "govuk-label";

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        new(await base.ParametersAsync(context, output))
        {
            ["Value"] = Value ?? "", ["Items"] = Prompt is null ? Items : [new Choice("", Prompt), .. Items]
        };
}
