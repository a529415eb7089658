using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

[HtmlTargetElement("govuk-text-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class TextInputTag : FieldTag<TextInput>
{
    public string? Type { get; set; }
    [HtmlAttributeName("inputmode")] public string? InputMode { get; set; }
    public string? Autocomplete { get; set; }
    public bool? Spellcheck { get; set; }
    public string? Prefix { get; set; }
    public string? Suffix { get; set; }

    /// <summary>In characters: 2, 3, 4, 5, 10, 20 or 30.</summary>
    public int? Width { get; set; }

    /// <summary>
    /// A password is never sent back to the browser; what the prefix says is not said twice, but what
    /// was typed stays as it was.
    /// </summary>
    private string? Shown => Type == "password" ? null
        : Prefix is not null && Entry?.AttemptedValue is null && Value is { } value && value.StartsWith(Prefix, StringComparison.Ordinal)
        ? value[Prefix.Length..]
        : Value;

    protected override string LabelClassPrefix => "govuk-label";

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        new(await base.ParametersAsync(context, output))
        {
            ["Value"] = Shown,
            ["Type"] = Type, ["InputMode"] = InputMode, ["Autocomplete"] = Autocomplete, ["Spellcheck"] = Spellcheck, ["Prefix"] = Prefix,
            ["Suffix"] = Suffix,
            ["Class"] = Css.Join(Class, Width is null ? null : $"govuk-input--width-{Width}"),
        };
}
