using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>
/// Hidden fields for a GET form: of what the address says now, the parts that the form does not ask for but must not forget.
/// </summary>
[HtmlTargetElement("keep-query", TagStructure = TagStructure.WithoutEndTag)]
public sealed class KeepQueryTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The parts to keep, with commas between.</summary>
    public string Names { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        foreach (var name in Names.Split(','))
        {
            if (ViewContext.HttpContext.Request.Query[name] is not [{ Length: > 0 } value, ..]) continue;
            var field = new TagBuilder("input")
            {
                TagRenderMode = TagRenderMode.SelfClosing, Attributes = { ["type"] = "hidden", ["name"] = name, ["value"] = value }
            };
            output.Content.AppendHtml(field);
        }
    }
}
