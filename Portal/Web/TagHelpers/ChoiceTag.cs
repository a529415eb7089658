using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>
/// One answer inside radios or checkboxes; anything between its tags is shown only while it is chosen. Without
/// a value it is the word "or".
/// </summary>
[HtmlTargetElement("govuk-choice")]
public sealed class ChoiceTag : TagHelper
{
    public string? Value { get; set; }
    public string Text { get; set; } = "or";
    public string? Hint { get; set; }
    public bool Exclusive { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((List<Choice>)context.Items[typeof(ChoiceTag)]).Add(Value is null
            ? Choice.Divider(Text)
            : new Choice(Value, Text) { Hint = Hint, Exclusive = Exclusive, Reveals = await output.ChildrenAsync() });
        output.SuppressOutput();
    }
}
