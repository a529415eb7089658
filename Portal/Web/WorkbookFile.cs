using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Mvc;

namespace Portal.Web;

/// <summary>Rows as an Excel workbook of one sheet. Days are days; everything else is text, so that no number loses its zeros and nothing is a formula.</summary>
public sealed class WorkbookFile<T>(string name, string sheet, IReadOnlyList<(string Heading, Func<T, object?> Cell)> columns, IAsyncEnumerable<T> rows) : ActionResult
{
    private const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Excel's built-in format for a day as the reader's country writes it.</summary>
    private const uint DayFormat = 14;

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        // A workbook is a zip, which is written back and forth: on disk first, so that its size does not matter.
        var file = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        using (var workbook = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook)) await WriteAsync(workbook, context.HttpContext.RequestAborted);
        file.Position = 0;
        await new FileStreamResult(file, ContentType) { FileDownloadName = name }.ExecuteResultAsync(context);
    }

    private async Task WriteAsync(SpreadsheetDocument document, CancellationToken cancel)
    {
        var book = document.AddWorkbookPart();
        var part = book.AddNewPart<WorksheetPart>();
        book.Workbook = new(new Sheets(new Sheet { Name = sheet, SheetId = 1, Id = book.GetIdOfPart(part) }));
        book.AddNewPart<WorkbookStylesPart>().Stylesheet = Styles();
        using var xml = OpenXmlWriter.Create(part);
        xml.WriteStartElement(new Worksheet());
        xml.WriteElement(new SheetViews(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 }));
        xml.WriteElement(new Columns(new Column { Min = 1, Max = (uint)columns.Count, Width = 24, CustomWidth = true }));
        xml.WriteStartElement(new SheetData());
        xml.WriteElement(new Row(columns.Select(c => Text(c.Heading, style: 2))));
        await foreach (var row in rows.WithCancellation(cancel)) xml.WriteElement(new Row(columns.Select(c => Of(c.Cell(row)))));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static Cell Of(object? value) => value switch
    {
        DateOnly day => new() { StyleIndex = 1, CellValue = new(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture)) },
        IFormattable other => Text(other.ToString(null, CultureInfo.InvariantCulture)),
        _ => Text(value?.ToString() ?? ""),
    };

    private static Cell Text(string text, uint style = 0) =>
        new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())), new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()), new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = DayFormat, ApplyNumberFormat = true }, new CellFormat { FontId = 1, ApplyFont = true }));
}
