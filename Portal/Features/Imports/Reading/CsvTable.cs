using CsvHelper;

namespace Portal.Features.Imports.Reading;

/// <summary>
/// Reads text with one record on a line, whatever the encoding and the separator; line breaks inside quotes belong to the cell.
/// </summary>
internal static class CsvTable
{
    /// <summary>Bytes. More on one line is no table, or lacks a quotation mark: it must not fill the memory.</summary>
    private const int MaxRecord = 1 << 20;

    public static IEnumerable<TableRow> Rows(Stream content)
    {
        var options = new CsvReaderOptions
        {
            Encoding = TextEncoding.Guess(content), HasHeader = false, SkipEmptyLines = false, MaxRecordSize = MaxRecord,
            PoolStrings = true,
        };
        content.Position = 0;
        using var csv = CsvReader.Create(content, options, leaveOpen: true);
        for (var number = 1; Read(csv); number++)
        {
            if (csv.FieldCount > ImportTable.MaxColumns) throw ImportTable.TooManyColumns();
            var cells = new string?[csv.FieldCount];
            for (var i = 0; i < cells.Length; i++) cells[i] = ImportText.Clean(csv.GetString(i));
            yield return new(number, cells);
        }
    }

    private static bool Read(CsvReader csv)
    {
        try
        {
            return csv.Read();
        }
        catch (CsvFormatException)
        {
            throw new Refused(
                $"The selected file has more than {ImportTable.MaxColumns} columns, or a quotation mark is missing after row "
                    + $"{csv.RowNumber}. Correct it and choose the file again", "File");
        }
    }
}
