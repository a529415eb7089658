using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>
/// Radios or checkboxes: the answers come from <c>items</c>, or from <c>govuk-choice</c> tags inside, or both in that order.
/// </summary>
public abstract class ChoicesTag<TComponent> : FieldTag<TComponent> where TComponent : IComponent
{
    public IReadOnlyList<Choice> Items { get; set; } = [];

    protected override string LabelClassPrefix => "govuk-fieldset__legend";

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = new List<Choice>();
        context.Items[typeof(ChoiceTag)] = inside;
        await output.GetChildContentAsync();
        return new(await base.ParametersAsync(context, output)) { ["Items"] = (IReadOnlyList<Choice>)[.. Items, .. inside] };
    }
}
