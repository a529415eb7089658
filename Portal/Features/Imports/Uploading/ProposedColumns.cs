using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;
using Portal.Features.Imports.Reading;

namespace Portal.Features.Imports.Uploading;

/// <summary>
/// Reads the beginning of a file and proposes which column is which. Of a workbook it takes the likeliest sheet, or the one asked for.
/// </summary>
internal static class ProposedColumns
{
    private const int SampleLength = 120;

    /// <summary>Values that a person is shown of a column.</summary>
    private const int Shown = 3;

    /// <summary>The texts of a workbook are held in memory while it is read: several at once could fill that of the node.</summary>
    private static readonly SemaphoreSlim OneWorkbook = new(1);

    private sealed record Beginning(IReadOnlyList<string> Sheets, string? Sheet, TableRow Headings, IReadOnlyList<TableRow> Sample);

    /// <summary>Gives the import the columns of the file, with what they probably mean.</summary>
    public static async Task ProposeColumnsAsync(
        this PortalDb db, Import import, Stream content, FileKind format, string? sheet, CancellationToken cancel)
    {
        var begins = await ReadAsync(import, content, format, sheet, cancel);
        var remembered = await db.ImportMappings.Where(m => m.AgencyId == import.AgencyId && m.Kind == import.Kind)
            .ToDictionaryAsync(m => m.Heading, m => m.Field, cancel);
        var found = begins.Headings.Cells.Select((cell, i) => Found(i, cell, begins.Sample)).ToList();
        var fields = ColumnGuess.Of(import.Kind, found, remembered);
        import.Replace(found.Where(c => c.Values.Count > 0 || fields.ContainsKey(c.Number)).Select(c => new ImportColumn
        {
            ImportId = import.Id, Number = c.Number, Heading = c.Heading,
            Sample = Shorten(string.Join(" · ", c.Values.Distinct().Take(Shown))), Field = fields.GetValueOrDefault(c.Number),
        }));
        if (begins.Sheet is not null) import.ReadSheet(begins.Sheet, begins.Sheets);
        if (ColumnGuess.OddDate(found, fields) is { } odd) import.AskHowDatesAreWritten(odd);
    }

    private static async Task<Beginning> ReadAsync(
        Import import, Stream content, FileKind format, string? sheet, CancellationToken cancel)
    {
        var isWorkbook = format == FileKind.Workbook;
        if (isWorkbook) await OneWorkbook.WaitAsync(cancel);
        try
        {
            if (isWorkbook) WorkbookSize.Check(content, content.Length);
            var sheets = ImportTable.Sheets(content, format, import.Kind);
            if (sheet is not null && sheets.All(s => s.Name != sheet)) throw new Refused("Select a sheet of the workbook", "Sheet");
            var chosen = sheet ?? (sheets.Count > 0 ? sheets.MaxBy(s => s.Named).Name : null);
            var headings = ImportTable.Headings(ImportTable.Rows(content, format, chosen), import.Kind, out var sample);
            return new([.. sheets.Select(s => s.Name)], chosen, headings, sample);
        }
        finally
        {
            if (isWorkbook) OneWorkbook.Release();
        }
    }

    private static ColumnGuess.Column Found(int number, string? heading, IReadOnlyList<TableRow> sample) => new(
        number, ImportColumn.HeadingOf(number, heading), heading is not null,
        [.. sample.Select(r => number < r.Cells.Length ? r.Cells[number] : null).OfType<string>()]);

    private static string Shorten(string text) => text.Length <= SampleLength ? text : $"{text[..(SampleLength - 1)]}…";
}
