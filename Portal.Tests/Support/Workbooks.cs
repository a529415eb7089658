using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Portal.Tests.Support;

/// <summary>Workbooks as Excel writes them: texts, numbers, days with a date format, bare serial numbers and formulas.</summary>
public static class Workbooks
{
    public sealed record Formula(string Text, string Value);

    public static byte[] Of(params object?[][] rows)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var part = book.AddNewPart<WorksheetPart>();
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = new(new Fonts(new Font()), new Fills(new Fill()), new Borders(new Border()),
                new CellStyleFormats(new CellFormat()),
                new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 14, ApplyNumberFormat = true }));
            part.Worksheet = new(new SheetData(rows.Select((
                r, i) => new Row(r.Select((c, j) => Cell(c, $"{(char)('A' + j)}{i + 1}"))) { RowIndex = (uint)(i + 1) })));
            book.Workbook = new(new Sheets(new Sheet { Name = "Staff", SheetId = 1, Id = book.GetIdOfPart(part) }));
        }
        return bytes.ToArray();
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
