using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Portal.Features.Imports.Reading;

/// <summary>
/// Reads the first sheet with anything in it. A formula is its last value, a day is its day however it is
/// shown, a number has no ".0".
/// </summary>
internal static class WorkbookTable
{
    static WorkbookTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<TableRow> Rows(Stream content)
    {
        using var workbook = Try(() => ExcelReaderFactory.CreateOpenXmlReader(content, new() { LeaveOpen = true }));
        var any = false;
        do
        {
            if (workbook.FieldCount > ImportTable.MaxColumns) throw ImportTable.TooManyColumns();
            for (var number = 1; Try(workbook.Read); number++)
            {
                var row = new TableRow(number, Cells(workbook));
                any |= !row.IsBlank;
                yield return row;
            }
        }
        while (!any && Try(workbook.NextResult));
    }

    private static string?[] Cells(IExcelDataReader workbook)
    {
        var cells = new string?[workbook.FieldCount];
        for (var i = 0; i < cells.Length; i++) cells[i] = ImportText.Clean(Text(workbook.GetValue(i)));
        return cells;
    }

    private static string? Text(object? value) => value switch
    {
        null or "#N/A" or "#REF!" or "#VALUE!" or "#NAME?" or "#DIV/0!" or "#NULL!" or "#NUM!" => null,
        string text => text,
        DateTime day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        double number => number.ToString("0.##########", CultureInfo.InvariantCulture),
        bool yes => yes ? "TRUE" : "FALSE",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Whatever a damaged or dishonest workbook makes the reader throw is one sentence for the person.</summary>
    private static T Try<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception broken) when (broken is ExcelReaderException or XmlException or InvalidDataException or FormatException
            or KeyNotFoundException
            or ArgumentException or IndexOutOfRangeException or NullReferenceException or OverflowException or NotSupportedException
            or IOException)
        {
            throw new Refused("We cannot read this workbook. Open it in Excel, save a new copy and choose that", "File");
        }
    }
}
