using Portal.Data.Files;

namespace Portal.Features.Imports.Reading;

/// <summary>One row of a file as text, cell by cell; an empty cell is null. Numbered as a spreadsheet numbers it, from 1.</summary>
public readonly record struct TableRow(int Number, string?[] Cells)
{
    public bool IsBlank => Array.TrueForAll(Cells, c => c is null);
}

/// <summary>
/// The rows of a CSV file or workbook, streamed: a million rows take no more memory than ten. Refuses, in words for the
/// person, what is no table.
/// </summary>
public static class ImportTable
{
    public const int MaxColumns = 300;

    /// <summary>Headings are looked for in so many rows: exports like to begin with a title.</summary>
    private const int HeadingRows = 10;

    /// <summary>Rows below the headings that tell what stands in a column.</summary>
    private const int SampleRows = 1_000;

    /// <param name="content">The file.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="sheet">Of a workbook, the sheet to read; null for the first that has rows.</param>
    public static IEnumerable<TableRow> Rows(Stream content, FileKind kind, string? sheet = null)
    {
        content.Position = 0;
        return kind == FileKind.Workbook ? WorkbookTable.Rows(content, sheet) : CsvTable.Rows(content);
    }

    /// <summary>The sheets of a workbook that can be seen, with how many columns their headings name; none of a text file.</summary>
    public static IReadOnlyList<(string Name, int Named)> Sheets(Stream content, FileKind format, ImportKind kind)
    {
        if (format != FileKind.Workbook) return [];
        content.Position = 0;
        return [.. WorkbookTable.Sheets(content, HeadingRows).Select(s => (s.Name, s.First.Max(r => Named(r, kind))))];
    }

    /// <summary>The row with the headings that were found when the file came, and are kept as its columns; else the likeliest.</summary>
    public static TableRow Headings(IEnumerable<TableRow> rows, Import import) =>
        rows.Where(r => IsHead(r, import.Columns)).Select(r => (TableRow?)r).FirstOrDefault() ?? Headings(rows, import.Kind, out _);

    /// <summary>The rows with something in them below those headings, in one reading of the file.</summary>
    public static IEnumerable<TableRow> Below(IEnumerable<TableRow> rows, IReadOnlyList<ImportColumn> columns) =>
        rows.SkipWhile(r => !IsHead(r, columns)).Skip(1).Where(r => !r.IsBlank);

    private static bool IsHead(TableRow row, IReadOnlyList<ImportColumn> columns) => !row.IsBlank && columns.All(c => c.Heads(row.Cells));

    /// <summary>The row with the headings: of the first few, the one whose cells name the most columns.</summary>
    /// <exception cref="Refused">There are no headings, or no rows below them.</exception>
    public static TableRow Headings(IEnumerable<TableRow> rows, ImportKind kind, out IReadOnlyList<TableRow> sample)
    {
        var first = rows.Where(r => !r.IsBlank).Take(HeadingRows + SampleRows).ToList();
        if (first.Count == 0) throw new Refused("The selected file is empty. Choose a file with headings and rows", "File");
        var headings = first.Take(HeadingRows).MaxBy(r => Named(r, kind));
        sample = [.. first.Where(r => r.Number > headings.Number)];
        return sample.Count > 0 ? headings
            : throw new Refused("The selected file has headings but no rows. Add the rows and choose it again", "File");
    }

    private static int Named(TableRow row, ImportKind kind) =>
        row.Cells.Count(c => c is not null && ImportFields.Named(kind, c) is not null);

    internal static Refused TooManyColumns() =>
        new($"The selected file has more than {MaxColumns} columns. Save only the columns that are needed and choose it again", "File");
}
