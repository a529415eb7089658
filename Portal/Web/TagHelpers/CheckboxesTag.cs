using System.Collections;
using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>Bound to a list, or to a bool, which takes one answer whose value is "true".</summary>
[HtmlTargetElement("govuk-checkboxes")]
public sealed class CheckboxesTag : ChoicesTag<Checkboxes>
{
    public bool Small { get; set; }

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output) =>
        new(await base.ParametersAsync(context, output)) { ["Values"] = Chosen(), ["Small"] = Small };

    private string[] Chosen() => Entry?.RawValue switch
    {
        string[] several => several,
        string one => [one],
        _ when For.Model is bool flag => flag ? ["true"] : [],
        _ => [.. ((For.Model as IEnumerable)?.Cast<object?>() ?? [])
            .Select(one => Convert.ToString(one, CultureInfo.InvariantCulture) ?? "")],
    };
}
