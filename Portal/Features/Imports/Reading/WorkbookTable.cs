using System.Globalization;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;

namespace Portal.Features.Imports.Reading;

/// <summary>
/// Reads one sheet: the one of that name, or else the first with anything in it of those that can be seen. A formula is its last
/// value, a day is its day however it is shown, a number has no ".0".
/// </summary>
internal static class WorkbookTable
{
    /// <summary>A sheet that can be seen, with its first rows that are not blank.</summary>
    public sealed record Sheet(string Name, IReadOnlyList<TableRow> First);

    static WorkbookTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<TableRow> Rows(Stream content, string? sheet)
    {
        using var workbook = Open(content);
        var any = false;
        do
        {
            if (sheet is null ? IsHidden(workbook) : workbook.Name != sheet) continue;
            if (workbook.FieldCount > ImportTable.MaxColumns) throw ImportTable.TooManyColumns();
            foreach (var row in Rows(workbook))
            {
                any |= !row.IsBlank;
                yield return row;
            }
        }
        while (!any && Try(workbook.NextResult));
    }

    /// <summary>The sheets that can be seen and have rows: a hidden one is not what somebody means to send.</summary>
    public static IReadOnlyList<Sheet> Sheets(Stream content, int rows)
    {
        using var workbook = Open(content);
        List<Sheet> sheets = [];
        do
        {
            if (IsHidden(workbook) || workbook.FieldCount > ImportTable.MaxColumns) continue;
            var first = Rows(workbook).Where(r => !r.IsBlank).Take(rows).ToList();
            if (first.Count > 0) sheets.Add(new(workbook.Name, first));
        }
        while (Try(workbook.NextResult));
        return sheets;
    }

    private static IExcelDataReader Open(Stream content) =>
        Try(() => ExcelReaderFactory.CreateOpenXmlReader(content, new() { LeaveOpen = true }));

    private static bool IsHidden(IExcelDataReader workbook) => workbook.VisibleState is not (null or "visible");

    private static IEnumerable<TableRow> Rows(IExcelDataReader workbook)
    {
        for (var number = 1; Try(workbook.Read); number++) yield return new(number, Cells(workbook));
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
