using System.Xml;
using Microsoft.AspNetCore.Mvc;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Portal.Web;

/// <summary>
/// Rows as an Excel workbook of one sheet, with the columns of <see cref="CsvFile{T}"/>: headings that stay in sight and filter,
/// columns as wide as what stands in them, days as days. Written row by row into a temporary file, so that a million rows take
/// little more memory than a few hundred. Every text is a text: nothing becomes a formula.
/// </summary>
public sealed class SpreadsheetFile<T>(string name, string sheet, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows) : ActionResult
{
    /// <summary>Rows that are looked at before the first is written: widths stand at the beginning of a sheet.</summary>
    private const int Measured = 200;
    private const int LastRow = 1_048_576;

    private static readonly SpreadCheetahOptions Options =
        new() { DefaultDateTimeFormat = NumberFormat.Custom("d mmm yyyy"), PreserveStringWhitespace = true };

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        await using var file = new FileStream(
            Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16,
            FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        await WriteAsync(file, context.HttpContext.RequestAborted);
        file.Position = 0;
        var response = context.HttpContext.Response;
        response.ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        response.ContentLength = file.Length;
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        await file.CopyToAsync(response.Body, context.HttpContext.RequestAborted);
    }

    internal async Task WriteAsync(Stream file, CancellationToken cancel)
    {
        await using var book = await Spreadsheet.CreateNewAsync(file, Options, cancel);
        var bold = book.AddStyle(new Style { Font = { Bold = true } });
        await using var left = rows.GetAsyncEnumerator(cancel);
        List<DataCell[]> first = [];
        var widths = columns.Select(c => c.Heading.Length + 3).ToArray(); // The button of the filter stands beside the heading.
        while (first.Count < Measured && await left.MoveNextAsync()) first.Add(Cells(left.Current, widths));

        await book.StartWorksheetAsync(SheetName(), Sheet(widths), cancel);
        await book.AddHeaderRowAsync(columns.Select(c => Readable(c.Heading)).ToArray(), bold, cancel);
        foreach (var row in first) await book.AddRowAsync(row, cancel);
        if (first.Count == Measured)
            while (await left.MoveNextAsync()) await book.AddRowAsync(Cells(left.Current, widths), cancel);
        await book.FinishAsync(cancel);
    }

    private static WorksheetOptions Sheet(int[] widths)
    {
        var last = SpreadsheetUtility.GetColumnName(widths.Length);
        var options = new WorksheetOptions { FrozenRows = 1, AutoFilter = new($"A1:{last}{LastRow}") };
        foreach (var (column, width) in widths.Index()) options.Column(column + 1).Width = Math.Clamp(width, 8, 60);
        return options;
    }

    private DataCell[] Cells(T row, int[] widths)
    {
        var cells = new DataCell[columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var value = columns[i].Cell(row);
            cells[i] = Cell(value);
            widths[i] = Math.Max(widths[i], value switch { DateOnly => "30 Sept 2026".Length, string text => text.Length, _ => 0 } + 1);
        }
        return cells;
    }

    private static DataCell Cell(object? value) => value switch
    {
        null or "" => default,
        DateOnly day => new(day.ToDateTime(TimeOnly.MinValue)),
        sbyte or byte or short or int or long => new(Convert.ToInt64(value, System.Globalization.CultureInfo.InvariantCulture)),
        decimal number => new(number),
        double number => new(number),
        _ => new(Readable(value.ToString() ?? "")),
    };

    /// <summary>At most 31 characters, and none that Excel keeps for addresses.</summary>
    private string SheetName() => Readable(new string([.. sheet.Where(c => !@":\/?*[]".Contains(c)).Take(31)]));

    /// <summary>Without what no workbook can hold.</summary>
    private static string Readable(string text) => text.All(IsReadable) ? text : new string([.. text.Where(IsReadable)]);

    private static bool IsReadable(char letter) => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter);
}
