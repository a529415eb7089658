using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>A row of an <c>app-table</c>.</summary>
[HtmlTargetElement("tr")]
public sealed class RowTag : TagHelper
{
    private readonly Place place = new();

    public override void Init(TagHelperContext context) => context.Items[typeof(Place)] = place;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.Attributes.SetAttribute("role", "row");
        output.Attributes.SetAttribute("class", Css.Join("govuk-table__row", output.Attributes["class"]?.Value.ToString()));
    }

    /// <summary>The column in which the next cell stands.</summary>
    internal sealed class Place
    {
        public int Column { get; set; }
    }
}

/// <summary>A cell of an <c>app-table</c>: the head of its row, or what stands in one column of it.</summary>
[HtmlTargetElement("th"), HtmlTargetElement("td")]
public sealed class CellTag : TagHelper
{
    public int Colspan { get; set; } = 1;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (table, place) = ((TableTag.Parts)context.Items[typeof(TableTag.Parts)], (RowTag.Place)context.Items[typeof(RowTag.Place)]);
        var column = table.Columns[place.Column];
        place.Column += Colspan;
        if (Colspan > 1) output.Attributes.SetAttribute("colspan", Colspan.ToString(CultureInfo.InvariantCulture));
        var names = output.TagName == "th";
        output.Attributes.SetAttribute("role", names ? "rowheader" : "cell");
        if (names) output.Attributes.SetAttribute("scope", "row");
        else if (Colspan == 1 && column.Said is { } said) output.Attributes.SetAttribute("data-label", said);
        var own = output.Attributes["class"]?.Value.ToString();
        output.Attributes.SetAttribute(
            "class", Css.Join(names ? column.RowHeaderClass : Colspan == 1 ? column.CellClass : "govuk-table__cell", own));
    }
}

/// <summary>The row of totals of an <c>app-table</c>.</summary>
[HtmlTargetElement("tfoot")]
public sealed class FootTag : TagHelper
{
    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        ((TableTag.Parts)context.Items[typeof(TableTag.Parts)]).Foot = await output.ChildrenAsync();
        output.SuppressOutput();
    }
}
