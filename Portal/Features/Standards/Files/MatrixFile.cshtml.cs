using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Components;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Standards.Files;

/// <summary>The matrix as a file: a line for each agency and standard, by the filter of the page it is asked from.</summary>
[Allow(Permission.ReadResults)]
public sealed class MatrixFileModel(Matrix matrix, Viewer viewer, UkClock clock) : PageModel
{
    private static readonly Column<Line>[] Columns =
    [
        new("Agency", l => l.Row.Name), new("Kind", l => l.Row.Type.Words()), new("Phase", l => l.Row.Phase),
        new("Standard", l => l.Column.Standard.Code), new("Name", l => l.Column.Standard.ShortName), new("Level", l => l.Column.LevelCode),
        new("Severity", l => l.Column.Severity.Words()), new("Standing", l => l.Cell.Outcome.Words()), new("Count", l => l.Cell.Numerator),
        new("Of", l => l.Cell.Denominator),
        new("Per cent", l => l.Cell.Denominator == 0 ? null : Math.Floor(new Share(l.Cell.Numerator, l.Cell.Denominator).Exact * 10) / 10),
        new("Met at", l => l.Column.Standard.MetAt), new("Since", l => l.Cell.Since), new("Note", l => l.Cell.Note),
    ];

    private sealed record Line(Matrix.Row Row, Matrix.Column Column, Matrix.Cell Cell);

    [BindProperty(SupportsGet = true, Name = "")] public Matrix.Filter Filter { get; set; } = new();
    [BindProperty(SupportsGet = true)] public DateOnly? AsAt { get; set; }
    [FromRoute] public string Format { get; set; } = "csv";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        // A day that cannot be is said on the page: a file of another day would say nothing.
        if (!ModelState.IsValid || AsAt > clock.Today) return LocalRedirect($"{Url.Page("/Standards/Matrix")}{Request.QueryString}");
        var table = await matrix.RunAsync(viewer, AsAt is { } day && day < clock.Today ? day : clock.Today, Filter, cancel);
        var lines =
            from row in table.Rows
            from column in table.Columns
            where row.Cells.ContainsKey(column.Key)
            select new Line(row, column, row.Cells[column.Key]);
        var name = $"standards-{table.Day:O}";
        return SpreadsheetFile.OrCsv(Format, name,
            new("How agencies stand on the recommended training standards", ("As at", Words.Day(table.Day)), Said(table)),
            new Sheet<Line>("Standards", "One row for each agency and standard, level by level", Columns, lines));
    }

    private (string, string?) Said(Matrix.Table table) => AboutFile.Filter(
        Filter.Type?.Words(), Filter.Phase is { } phase ? $"phase {phase}" : null,
        Filter.Severity is { } severity ? $"{severity.Words()} severity" : null,
        Filter.Level is { } level ? $"level {table.Levels.FirstOrDefault(l => l.Number == level)?.Code ?? $"{level}"}" : null,
        Filter.Outcome?.Words());
}
