using System.Collections.Concurrent;
using System.Net;
using System.Reflection;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.TagHelpers;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>
/// A tag that hands what only a page knows to a component, which draws it. Its properties are the parameters of the same names;
/// what stands between the tags is the component's ChildContent, and attributes that no property takes are its Attributes, where
/// it has these.
/// </summary>
public abstract class ComponentTag<TComponent> : TagHelper where TComponent : IComponent
{
    private static readonly bool TakesChildren = typeof(TComponent).GetProperty("ChildContent") is not null;
    private static readonly bool TakesRest = typeof(TComponent).GetProperty("Attributes") is not null;
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Own = [];

    [ViewContext, HtmlAttributeNotBound] public ViewContext ViewContext { get; set; } = null!;

    /// <summary>The component's parameters by name; those left null keep the component's own default.</summary>
    protected virtual async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output)
    {
        var own = Own.GetOrAdd(
            GetType(), tag => tag.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly));
        // An attribute whose expression comes out as null arrives as an empty text.
        var parameters = own.ToDictionary(p => p.Name, p => p.GetValue(this) switch { "" => null, var value => value });
        if (TakesChildren) parameters["ChildContent"] = await output.ChildrenAsync();
        if (TakesRest) parameters["Attributes"] = Rest(output);
        return parameters;
    }

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

    /// <summary>Attributes that no parameter took, passed on to the control.</summary>
    protected static Dictionary<string, object>? Rest(TagHelperOutput output) => output.Attributes.Count == 0
        ? null
        : output.Attributes.ToDictionary(
            a => a.Name, a => a.ValueStyle == HtmlAttributeValueStyle.Minimized ? true : (object)Plain(a.Value));

    /// <summary>What a page computed comes as markup already; the component writes it as markup itself.</summary>
    private static string Plain(object value) =>
        value is HtmlString markup ? WebUtility.HtmlDecode(markup.Value) ?? "" : value.ToString() ?? "";
}
