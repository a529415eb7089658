using System.Text;
using ExcelDataReader;
using Portal.Web;

namespace Portal.Tests.Support;

/// <summary>What a downloaded file says, cell by cell, as a spreadsheet opens it.</summary>
internal static class DownloadedSheet
{
    // The reader asks for it even where a workbook needs none.
    static DownloadedSheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// The rows of a workbook's first table, which follows what the file says of itself, or of one sheet; the cells of each row by their
    /// heading.
    /// </summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> OfWorkbook(byte[] file, string? sheet = null)
    {
        var reader = ExcelReaderFactory.CreateReader(new MemoryStream(file));
        while (sheet is null ? reader.Name == SpreadsheetFile.About : reader.Name != sheet)
            Assert.True(reader.NextResult(), $"There is no sheet {sheet}");
        return Read(reader);
    }

    public static IReadOnlyList<IReadOnlyDictionary<string, string>> OfCsv(byte[] file) =>
        Read(ExcelReaderFactory.CreateCsvReader(new MemoryStream(file)));

    private static List<IReadOnlyDictionary<string, string>> Read(IExcelDataReader reader)
    {
        using (reader)
        {
            var rows = new List<string[]>();
            while (reader.Read())
                rows.Add([.. Enumerable.Range(0, reader.FieldCount)
                    .Select(c => Convert.ToString(reader.GetValue(c), System.Globalization.CultureInfo.InvariantCulture) ?? "")]);
            return [.. rows.Skip(1)
                .Select(r => (IReadOnlyDictionary<string, string>)rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second))];
        }
    }
}
