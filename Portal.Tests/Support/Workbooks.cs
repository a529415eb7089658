using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Tests.Support;

/// <summary>Workbooks as Excel writes them: texts, numbers, days with a date format, bare serial numbers and formulas.</summary>
public static class Workbooks
{
    public sealed record Formula(string Text, string Value);

    public sealed record Sheet(string Name, object?[][] Rows, bool IsHidden = false);

    public static byte[] Of(params object?[][] rows) => OfSheets(new Sheet("Staff", rows));

    public static byte[] OfSheets(params Sheet[] sheets)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new(new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
                new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            book.Workbook = new(new Sheets(sheets.Select((s, i) => Of(book, s, (uint)i + 1))));
        }
        return bytes.ToArray();
    }

    private static DocumentFormat.OpenXml.Spreadsheet.Sheet Of(WorkbookPart book, Sheet sheet, uint number)
    {
        var part = book.AddNewPart<WorksheetPart>();
        part.Worksheet = new(new SheetData(sheet.Rows.Select((
            r, i) => new Row(r.Select((c, j) => Cell(c, $"{(char)('A' + j)}{i + 1}"))) { RowIndex = (uint)(i + 1) })));
        return new()
        {
            Name = sheet.Name, SheetId = number, Id = book.GetIdOfPart(part),
            State = sheet.IsHidden ? SheetStateValues.Hidden : SheetStateValues.Visible,
        };
    }

    private static Cell Cell(object? value, string at) => value switch
    {
        null => new() { CellReference = at },
        string text => new(new InlineString(new Text(text) { Space = SpaceProcessingModeValues.Preserve }))
        {
            DataType = CellValues.InlineString, CellReference = at
        },
        DateOnly day => new()
        {
            StyleIndex = 1, CellReference = at,
            CellValue = new(day.ToDateTime(TimeOnly.MinValue).ToOADate().ToString(CultureInfo.InvariantCulture))
        },
        Formula formula =>
            new(new CellFormula(formula.Text), new CellValue(formula.Value)) { DataType = CellValues.String, CellReference = at },
        _ => new() { CellReference = at, CellValue = new(Convert.ToString(value, CultureInfo.InvariantCulture)!) },
    };
}
