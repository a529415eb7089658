using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>
/// The title of the page from <c>ViewData["Title"]</c>, which a page sets to the words of its h1.
/// Begins "Error: " when something posted is wrong, so that the tab and a screen reader say so first.
/// </summary>
[HtmlTargetElement("title", Attributes = "service")]
public sealed class TitleTag : TagHelper
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The name of the service, which ends every title.</summary>
    public string Service { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var error = ViewContext.ViewData.ModelState.IsValid ? "" : "Error: ";
        output.Content.SetContent($"{error}{(ViewContext.ViewData["Title"] is string page ? $"{page} – " : "")}{Service}");
    }
}
