using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>A column of an <c>app-table</c>; what it says holds for every cell in it.</summary>
[HtmlTargetElement("app-column", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ColumnTag : TagHelper
{
    public string Heading { get; set; } = "";
    public bool Numeric { get; set; }
    public bool HeadingHidden { get; set; }

    /// <summary>What stands before a cell on a narrow screen: the heading when left out, nothing when empty.</summary>
    public string? Label { get; set; }

    public string? Class { get; set; }
    public string? SortHref { get; set; }
    [HtmlAttributeName("order")] public SortableHeader.SortOrder Sorted { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ((TableTag.Parts)context.Items[typeof(TableTag.Parts)]).Columns.Add(new(Heading)
        {
            Numeric = Numeric, HeadingHidden = HeadingHidden, Label = Label, Class = Class, SortHref = SortHref, Order = Sorted,
        });
        output.SuppressOutput();
    }
}
