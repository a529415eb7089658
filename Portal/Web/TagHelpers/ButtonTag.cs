using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>A button; with <c>href</c> a link that looks like one.</summary>
[HtmlTargetElement("govuk-button")]
public sealed class ButtonTag : ComponentTag<Button>
{
    public ButtonLook Look { get; set; }
    public string? Href { get; set; }
    public string? Name { get; set; }
    public string? Value { get; set; }
    public bool Once { get; set; }
    public string? Class { get; set; }

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) => new()
    {
        ["ChildContent"] = await output.ChildrenAsync(), ["Look"] = Look, ["Href"] = Href, ["Name"] = Name, ["Value"] = Value,
        ["PreventDoubleClick"] = Once ? true : null, ["Class"] = Class, ["Attributes"] = Rest(output),
    };
}
