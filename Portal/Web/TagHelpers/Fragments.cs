using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

internal static class Fragments
{
    /// <summary>What stands between the tags, for a component to show; null for a tag closed in itself.</summary>
    public static async Task<RenderFragment?> ChildrenAsync(this TagHelperOutput output)
    {
        if (output.TagMode == TagMode.SelfClosing) return null;
        var children = await output.GetChildContentAsync();
        return builder =>
        {
            // Written only while the component is drawn: components between the tags may be written nowhere else.
            using var text = new StringWriter();
            children.WriteTo(text, HtmlEncoder.Default);
            builder.AddMarkupContent(0, text.ToString());
        };
    }
}
