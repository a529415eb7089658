using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Portal.Components.GovUk;

namespace Portal.Web.TagHelpers;

/// <summary>
/// A table: first an <c>app-column</c> for each column, then the rows as plain <c>tr</c>, <c>th</c> and <c>td</c>, perhaps a
/// <c>tfoot</c>. Each cell is given the classes, role and label of its column, found by its place in the row.
/// </summary>
[HtmlTargetElement("app-table")]
public sealed class TableTag : ComponentTag<Table>
{
    private readonly Parts parts = new();

    public string Caption { get; set; } = "";
    public string? CaptionSize { get; set; }
    public string? Label { get; set; }
    public string? Class { get; set; }
    public string? Id { get; set; }

    public override void Init(TagHelperContext context) => context.Items[typeof(Parts)] = parts;

    protected override async Task<Dictionary<string, object?>> ParametersAsync(TagHelperContext context, TagHelperOutput output)
    {
        // The rows are read first: only then are the columns and the foot known.
        var parameters = await base.ParametersAsync(context, output);
        (parameters["Columns"], parameters["Foot"]) = (parts.Columns, parts.Foot);
        return parameters;
    }

    /// <summary>What the tags inside have said so far.</summary>
    internal sealed class Parts
    {
        public List<ColumnHead> Columns { get; } = [];
        public RenderFragment? Foot { get; set; }
    }
}
