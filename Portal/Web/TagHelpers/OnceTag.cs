using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Security;

namespace Portal.Web.TagHelpers;

/// <summary>Gives every form that somebody who is signed in can send a token of its own, with which it is used once.</summary>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class OnceTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (ViewContext.HttpContext.SignedIn() is null) return;
        output.PostContent.AppendHtml(new TagBuilder("input")
        {
            TagRenderMode = TagRenderMode.SelfClosing,
            Attributes = { ["type"] = "hidden", ["name"] = OnceFilter.Field, ["value"] = FormsUsed.NewToken() },
        });
    }
}
