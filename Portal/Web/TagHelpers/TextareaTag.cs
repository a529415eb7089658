using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

[HtmlTargetElement("govuk-textarea", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextareaTag : FieldTag<Textarea>
{
    public int? Rows { get; set; }

    protected override string LabelClassPrefix => "govuk-label";

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        new(await base.ParametersAsync(context, output)) { ["Value"] = Value, ["Rows"] = Rows };
}
