using System.Globalization;
using System.Xml;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace Portal.Web;

/// <summary>One sheet of a <see cref="SpreadsheetFile"/>: a table with headings that stay in sight and filter.</summary>
/// <param name="name">At most 31 characters are used, and none that Excel keeps for addresses.</param>
/// <param name="holds">What a row of it is, in words.</param>
public abstract class Sheet(string name, string holds)
{
    private protected const int LastRow = 1_048_576;

    public string Name { get; } = Readable(new string([.. name.Where(c => !@":\/?*[]".Contains(c)).Take(31)]));
    public string Holds { get; } = holds;

    internal abstract Task WriteAsync(Spreadsheet book, Styles styles, CancellationToken cancel);

    private protected static WorksheetOptions Shaped(int[] widths)
    {
        var last = SpreadsheetUtility.GetColumnName(widths.Length);
        var options = new WorksheetOptions { FrozenRows = 1, AutoFilter = new($"A1:{last}{LastRow}") };
        foreach (var (column, width) in widths.Index()) options.Column(column + 1).Width = Math.Clamp(width, 8, 60);
        return options;
    }

    /// <summary>Without what no workbook can hold.</summary>
    internal static string Readable(string text) => text.All(IsReadable) ? text : new string([.. text.Where(IsReadable)]);

    private static bool IsReadable(char letter) => XmlConvert.IsXmlChar(letter) || char.IsSurrogate(letter);

    /// <summary>How cells look that are no plain text or number.</summary>
    internal sealed record Styles(StyleId Heading, StyleId Money)
    {
        public static Styles Of(Spreadsheet book) => new(
            book.AddStyle(new Style { Font = { Bold = true } }), book.AddStyle(new Style { Format = NumberFormat.Custom("£#,##0.00") }));
    }
}

/// <summary>
/// Rows written one by one, so that a million take little more memory than a few hundred: columns as wide as what stands in them, days
/// as days, money as money. Every text is a text: nothing becomes a formula.
/// </summary>
public sealed class Sheet<T>(string name, string holds, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> rows) : Sheet(name, holds)
{
    /// <summary>Rows that are looked at before the first is written: widths stand at the beginning of a sheet.</summary>
    private const int Measured = 200;

    public Sheet(string name, string holds, IReadOnlyList<Column<T>> columns, IEnumerable<T> rows)
        : this(name, holds, columns, rows.ToAsyncEnumerable())
    {
    }

    internal CsvFile<T> AsCsv(string file) => new(file, columns, rows);

    internal override async Task WriteAsync(Spreadsheet book, Styles styles, CancellationToken cancel)
    {
        await using var left = rows.GetAsyncEnumerator(cancel);
        List<Cell[]> first = [];
        var widths = columns.Select(c => c.Heading.Length + 3).ToArray(); // The button of the filter stands beside the heading.
        while (first.Count < Measured && await left.MoveNextAsync()) first.Add(Cells(left.Current, widths, styles));

        await book.StartWorksheetAsync(Name, Shaped(widths), cancel);
        await book.AddHeaderRowAsync(columns.Select(c => Readable(c.Heading)).ToArray(), styles.Heading, cancel);
        foreach (var row in first) await book.AddRowAsync(row, cancel);
        if (first.Count == Measured)
            while (await left.MoveNextAsync()) await book.AddRowAsync(Cells(left.Current, widths, styles), cancel);
    }

    private Cell[] Cells(T row, int[] widths, Styles styles)
    {
        var cells = new Cell[columns.Count];
        for (var i = 0; i < cells.Length; i++)
        {
            var value = columns[i].Cell(row);
            cells[i] = CellOf(value, styles);
            widths[i] = Math.Max(widths[i], WidthOf(value) + 1);
        }
        return cells;
    }

    private static int WidthOf(object? value) => value switch
    {
        DateOnly => "30 Sept 2026".Length,
        Money money => money.ToString(pence: true).Length,
        string text => text.Length,
        _ => 0,
    };

    private static Cell CellOf(object? value, Styles styles) => value switch
    {
        null or "" => default,
        DateOnly day => new(day.ToDateTime(TimeOnly.MinValue)),
        Money money => new(money.Pence / 100m, styles.Money),
        sbyte or byte or short or int or long => new(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        decimal number => new(number),
        double number => new(number),
        _ => new(Readable(value.ToString() ?? "")),
    };
}
