using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Components;
using Portal.Components;

namespace Portal.Features.Standards;

/// <summary>
/// The rows of the matrix as markup, written by hand because a borough has thousands of cells: a shape that the style sheet
/// draws from the cell's class, a figure and a word, leading to the proof. The same rows are the list on a phone, where what
/// is not followed or unknown says the name of its standard, and the rest is counted.
/// </summary>
public sealed class MatrixRows(string root, IReadOnlyList<Matrix.Column> columns)
{
    private static readonly Outcome[] OnPhone = [Outcome.Met, Outcome.NotYetDue];

    private readonly StringBuilder html = new();
    private readonly string[] names = [.. columns.Select(c => Encoded(c.Name))];

    public static MarkupString Of(string root, IReadOnlyList<Matrix.Column> columns, IEnumerable<Matrix.Row> rows)
    {
        var writer = new MatrixRows(root, columns);
        foreach (var row in rows) writer.Write(row);
        return new(writer.html.ToString());
    }

    private void Write(Matrix.Row row)
    {
        html.Append(
            CultureInfo.InvariantCulture,
            $"<tr><th scope=\"row\"><a class=\"govuk-link govuk-link--no-visited-state\" "
                + $"href=\"{root}Agencies/{row.AgencyId}\">{Encoded(row.Name)}</a></th>");
        html.Append("<td class=\"app-matrix__total\">");
        var before = html.Length;
        foreach (var words in MatrixWords.NotFollowed(row)) html.Append("<span>").Append(words).Append("</span>");
        if (html.Length == before) html.Append("<span class=\"is-none\">None</span>");
        foreach (var outcome in OnPhone)
            if (row.Count(outcome) is > 0 and var count)
                html.Append(
                    CultureInfo.InvariantCulture,
                    $"<span class=\"is-{Look.Of(outcome)}\">{count} {outcome.Words().ToLowerInvariant()}</span>");
        html.Append("</td>");
        for (var i = 0; i < columns.Count; i++)
        {
            if (row.Cells.TryGetValue(columns[i].Key, out var cell)) Write(row, columns[i], names[i], cell);
            else html.Append("<td></td>");
        }
        html.Append("<td>").Append(Sparkline.Markup(row.Trend, "Standards met in the last four quarters")).Append("</td></tr>");
    }

    private void Write(Matrix.Row row, Matrix.Column column, string name, Matrix.Cell cell)
    {
        html.Append("<td class=\"is-").Append(Look.Of(cell.Outcome)).Append("\"><a href=\"")
            .Append(MatrixWords.Href(root, row, column, cell)).Append('"');
        if (cell.Note is not null) html.Append(" title=\"").Append(Encoded(cell.Note)).Append('"');
        html.Append('>');
        if (cell.Outcome is Outcome.NotMet or Outcome.PartlyMet or Outcome.Unknown) html.Append("<i>").Append(name).Append("</i>");
        if (MatrixWords.Figure(column, cell) is { Length: > 0 } figure) html.Append("<b>").Append(figure).Append("</b>");
        html.Append(cell.Outcome == Outcome.NotApplicable ? "n/a" : $"<br>{cell.Outcome.Words()}").Append("</a></td>");
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
