using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>Everything wrong with what was posted, each line a link to its field; nothing when all is well, no heading alone.</summary>
[HtmlTargetElement("govuk-error-summary", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ErrorSummaryTag : ComponentTag<ErrorSummary>
{
    public override Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        if (!ViewContext.ViewData.ModelState.IsValid) return base.ProcessAsync(context, output);
        output.SuppressOutput();
        return Task.CompletedTask;
    }

    protected override Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output)
    {
        var state = ViewContext.ViewData.ModelState;
        var problems = state.Where(s => s.Value!.Errors.Count > 0).OrderBy(s => s.Key, new FieldOrder(ViewContext.ViewData.ModelMetadata))
            .Select(s => new ErrorSummary.Problem(
                s.Value.Problem()!, s.Key.Length == 0 ? null : $"#{DayBinder.FirstWrongField(state, s.Key)}"))
            .DefaultIfEmpty(new(FieldProblem.Unsaid));
        return Task.FromResult(new Dictionary<string, object?>
        {
            ["Errors"] = (IReadOnlyList<ErrorSummary.Problem>)[.. problems.Distinct()]
        });
    }
}
