using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Portal.Web.TagHelpers;

/// <summary>
/// A question bound to a property of the page: its name, what was typed (kept after an error) and its error come from there.
/// </summary>
public abstract class FieldTag<TComponent> : ComponentTag<TComponent> where TComponent : IComponent
{
    [HtmlAttributeName("asp-for")] public ModelExpression For { get; set; } = null!;

    /// <summary>The question; the property's display name when left out.</summary>
    public string? Label { get; set; }

    /// <summary>s, m, l or xl.</summary>
    public string? LabelSize { get; set; }

    /// <summary>True where the label would repeat what the page already shows; it is still read aloud.</summary>
    public bool LabelHidden { get; set; }

    /// <summary>True where the page asks this one thing: the question is the h1.</summary>
    public bool Heading { get; set; }

    public string? Hint { get; set; }
    public string? Class { get; set; }

    protected abstract string LabelClassPrefix { get; }
    protected string Name => ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(For.Name);
    protected ModelStateEntry? Entry => ViewContext.ViewData.ModelState.GetValueOrDefault(Name);
    protected string? Value => Entry?.AttemptedValue
        ?? (For.Model is decimal number
            ? number.ToString("0.##########", CultureInfo.InvariantCulture)
            : Convert.ToString(For.Model, CultureInfo.InvariantCulture));

    protected override Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        Task.FromResult(new Dictionary<string, object?>
        {
            ["Name"] = Name,
            ["Id"] = FieldId.Of(Name),
            ["Label"] = Label ?? For.Metadata.GetDisplayName(),
            ["LabelClass"] = LabelHidden ? "govuk-visually-hidden" : LabelSize is null ? null : $"{LabelClassPrefix}--{LabelSize}",
            ["LabelIsHeading"] = Heading,
            ["Hint"] = Hint,
            ["Error"] = Entry.Problem(),
            ["Class"] = Class,
            ["Attributes"] = Rest(output),
        });
}
