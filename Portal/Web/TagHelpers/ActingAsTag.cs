using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components;

namespace Portal.Web.TagHelpers;

/// <summary>The strip that says who is signed in; what stands inside, such as signing out, comes at its end.</summary>
[HtmlTargetElement("acting-as")]
public sealed class ActingAsTag : ComponentTag<ActingAs>
{
    public string Name { get; set; } = "";
    public string? Role { get; set; }
    public string? ChangeHref { get; set; }
}
