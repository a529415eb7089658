using System.Text;
using ExcelDataReader;
using Portal.Web;

namespace Portal.Tests.Web;

public class WritingASpreadsheet
{
    private sealed record Row(string? Name, int Count, DateOnly? Day);

    // The reader asks for it even where a workbook needs none.
    static WritingASpreadsheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static readonly (string, Func<Row, object?>)[] Columns = [("Name", r => r.Name), ("Count", r => r.Count), ("Day", r => r.Day)];

    [Fact]
    public async Task Opens_as_it_was_written()
    {
        var rows = await WrittenAsync(new Row("Asha <Rahman> & \u0001sons", 1200, new(2026, 2, 28)), new Row(null, -1, null));

        Assert.Equal(["Name", "Count", "Day"], rows[0]);
        Assert.Equal(["Asha <Rahman> & sons", 1200d, new DateTime(2026, 2, 28)], rows[1]);
        Assert.Equal([null, -1d, null], rows[2]);
    }

    [Theory, InlineData("=1+1"), InlineData("+441234"), InlineData("-2"), InlineData("@SUM(A1)")]
    public async Task Keeps_a_text_that_looks_like_a_formula_a_text(string text) =>
        Assert.Equal(text, (await WrittenAsync(new Row(text, 0, null)))[1][0]);

    private static async Task<List<object?[]>> WrittenAsync(params Row[] rows)
    {
        using var file = new MemoryStream();
        await new SpreadsheetFile<Row>("staff.xlsx", "Staff: [all]", Columns, rows.ToAsyncEnumerable()).WriteAsync(file, CancellationToken.None);
        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(file);
        Assert.Equal("Staff all", reader.Name);
        var found = new List<object?[]>();
        while (reader.Read()) found.Add([.. Enumerable.Range(0, Columns.Length).Select(c => reader.FieldCount > c ? reader.GetValue(c) : null)]);
        return found;
    }
}
