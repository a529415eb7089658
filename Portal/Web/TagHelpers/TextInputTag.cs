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

    protected override string LabelClassPrefix => "govuk-label";

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) => new(await base.ParametersAsync(context, output))
    {
        // A password is never sent back to the browser.
        ["Value"] = Type == "password" ? null : Value,
        ["Type"] = Type, ["InputMode"] = InputMode, ["Autocomplete"] = Autocomplete, ["Spellcheck"] = Spellcheck, ["Prefix"] = Prefix, ["Suffix"] = Suffix,
        ["Class"] = Css.Join(Class, Width is null ? null : $"govuk-input--width-{Width}"),
    };
}
