using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>A day in three boxes, bound by <see cref="DayBinder"/>; what was typed is kept even when it is no date.</summary>
[HtmlTargetElement("govuk-date-input", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DateInputTag : FieldTag<DateInput>
{
    protected override string LabelClassPrefix => "govuk-fieldset__legend";

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output)
    {
        var day = For.Model as DateOnly?;
        return new(await base.ParametersAsync(context, output))
        {
            ["Day"] = Typed("Day") ?? $"{day?.Day}", ["Month"] = Typed("Month") ?? $"{day?.Month}",
            ["Year"] = Typed("Year") ?? $"{day?.Year}",
            ["WrongParts"] = DayBinder.WrongParts(ViewContext.ViewData.ModelState, Name),
        };
    }

    private string? Typed(string part) =>
        ViewContext.ViewData.ModelState.TryGetValue($"{Name}.{part}", out var entry) ? entry.AttemptedValue : null;
}
