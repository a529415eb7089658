using System.Text;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Web;

/// <summary>
/// Rows as a CSV file, written while they are read. UTF-8 with a byte order mark, because Excel asks for it; a cell that
/// a spreadsheet would take for a formula begins with an apostrophe.
/// </summary>
public sealed class CsvFile<T>(string name, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows) : ActionResult
{
    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await text.WriteAsync($"{string.Join(',', columns.Select(c => Quote(c.Heading)))}\r\n");
        await foreach (var row in rows.WithCancellation(context.HttpContext.RequestAborted))
            await text.WriteAsync($"{string.Join(',', columns.Select(c => Quote(Words(c.Cell(row)))))}\r\n");
    }

    private static string Words(object? value) => value switch
    {
        DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
        Money money => Words(money.Pence / 100m),
        IFormattable number => number.ToString(null, System.Globalization.CultureInfo.InvariantCulture),
        _ => value?.ToString() ?? "",
    };

    private static string Quote(string cell)
    {
        if (cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..]) cell = $"'{cell}";
        return cell.AsSpan().ContainsAny(",\"\r\n") || cell is ['\'', ..]
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
    }
}
