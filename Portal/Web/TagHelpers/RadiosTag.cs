using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

[HtmlTargetElement("govuk-radios")]
public sealed class RadiosTag : ChoicesTag<Radios>
{
    /// <summary>Side by side: for two short answers only.</summary>
    public bool Inline { get; set; }

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        new(await base.ParametersAsync(context, output))
        {
            // A bool writes itself "True"; its answers are "true" and "false".
            ["Value"] = For.Model is bool && Entry?.AttemptedValue is null ? Value?.ToLowerInvariant() : Value,
            ["Inline"] = Inline,
        };
}
