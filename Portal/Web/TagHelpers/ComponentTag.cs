using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>A tag that hands what only a page knows to a component, which draws it.</summary>
public abstract class ComponentTag<TComponent> : TagHelper where TComponent : IComponent
{
    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The component's parameters by name; those left null keep the component's own default.</summary>
    protected abstract Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output);

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var parameters = await ParametersAsync(context, output);
        foreach (var name in parameters.Where(p => p.Value is null).Select(p => p.Key).ToList()) parameters.Remove(name);
        output.Attributes.Clear();
        await new ComponentTagHelper
        {
            ViewContext = ViewContext, ComponentType = typeof(TComponent), RenderMode = RenderMode.Static, Parameters = parameters!,
        }.ProcessAsync(context, output);
    }

    /// <summary>What stands between the tags, for a component's ChildContent; null for a tag closed in itself.</summary>
    protected static async Task<RenderFragment?> ChildrenAsync(TagHelperOutput output)
    {
        if (output.TagMode == TagMode.SelfClosing) return null;
        var children = await output.GetChildContentAsync();
        return builder =>
        {
            // Written only while the component is drawn: components between the tags may be written nowhere else.
            using var text = new StringWriter();
            children.WriteTo(text, System.Text.Encodings.Web.HtmlEncoder.Default);
            builder.AddMarkupContent(0, text.ToString());
        };
    }

    /// <summary>Attributes that no parameter took, passed on to the control.</summary>
    protected static Dictionary<string, object>? Rest(TagHelperOutput output) => output.Attributes.Count == 0
        ? null
        : output.Attributes.ToDictionary(a => a.Name, a => a.ValueStyle == HtmlAttributeValueStyle.Minimized ? true : (object)(a.Value.ToString() ?? ""));
}
