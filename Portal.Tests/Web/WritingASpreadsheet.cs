using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ExcelDataReader;
using Portal.Web;

namespace Portal.Tests.Web;

public class WritingASpreadsheet
{
    private sealed record Line(string? Name, int Count, DateOnly? Day);

    private sealed record Charge(Money Pounds);

    // The reader asks for it even where a workbook needs none.
    static WritingASpreadsheet() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private static readonly Column<Line>[] Columns = [new("Name", r => r.Name), new("Count", r => r.Count), new("Day", r => r.Day)];

    [Fact]
    public async Task Opens_as_it_was_written()
    {
        var rows = await WrittenAsync(new Line("Asha <Rahman> & \u0001sons", 1200, new(2026, 2, 28)), new Line(null, -1, null));

        Assert.Equal(["Name", "Count", "Day"], rows[0]);
        Assert.Equal(["Asha <Rahman> & sons", 1200d, new DateTime(2026, 2, 28)], rows[1]);
        Assert.Equal([null, -1d, null], rows[2]);
    }

    [Theory, InlineData("=1+1"), InlineData("+441234"), InlineData("-2"), InlineData("@SUM(A1)")]
    public async Task Keeps_a_text_that_looks_like_a_formula_a_text(string text) =>
        Assert.Equal(text, (await WrittenAsync(new Line(text, 0, null)))[1][0]);

    [Fact]
    public async Task Shows_days_and_names_whole_and_has_headings_that_stay_and_filter()
    {
        using var file = await FileAsync(new Line(new('x', 34), 1, new(2026, 9, 30)), new Line(new('x', 400), 2, null));
        using var document = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(document).Select(e => e.Description));

        var sheet = document.WorkbookPart!.WorksheetParts.Single(p => p.Uri.OriginalString.EndsWith("sheet2.xml", StringComparison.Ordinal))
            .Worksheet!;
        Assert.Equal([60, 8, 13], sheet.Descendants<Column>().Select(c => Math.Round(c.Width!.Value)));
        Assert.StartsWith("A1:C", sheet.GetFirstChild<AutoFilter>()!.Reference!.Value);
        Assert.Equal(PaneStateValues.Frozen, sheet.Descendants<Pane>().Single().State!.Value);
        Assert.Empty(sheet.Descendants<CellFormula>());
    }

    [Fact]
    public async Task Is_whole_beyond_the_rows_that_its_widths_are_taken_from()
    {
        var rows = await WrittenAsync([.. Enumerable.Range(1, 1234).Select(i => new Line($"Person {i}", i, null))]);
        Assert.Equal([.. Enumerable.Range(1, 1234).Select(i => (object?)(double)i)], rows.Skip(1).Select(r => r[1]));
    }

    [Fact]
    public async Task Says_first_what_it_is_of_whom_as_at_when_and_what_each_sheet_holds()
    {
        using var reader = ExcelReaderFactory.CreateReader(await FileAsync());
        Assert.Equal("About this file", reader.Name);
        var said = new List<string>();
        while (reader.Read()) said.Add($"{reader.GetValue(0)}: {(reader.FieldCount > 1 ? reader.GetValue(1) : "")}");
        Assert.Equal(
            [
                "About this file: ", "What it is: All staff", "Partnership: Safer Brambleford", "As at: 16 November 2026",
                "Made at: 9am on 16 November 2026", "Sheet “Staff all”: One row for each person"
            ], said);
    }

    [Fact]
    public async Task Writes_money_as_a_number_that_is_shown_as_money()
    {
        using var file = new MemoryStream();
        await new SpreadsheetFile("charges.xlsx", new("Charges"),
            new Sheet<Charge>("Charges", "One row for each", [new("Charge £", c => c.Pounds)], new Charge[] { new(new(123_450)) }))
            .WriteAsync(file, null, default, CancellationToken.None);
        file.Position = 0;
        using var reader = ExcelReaderFactory.CreateReader(file);
        Assert.True(reader.NextResult() && reader.Read() && reader.Read());
        Assert.Equal((1234.5d, "£#,##0.00"), (reader.GetDouble(0), reader.GetNumberFormatString(0)));
    }

    [Fact]
    public async Task Has_headings_where_there_are_no_rows() => Assert.Equal(["Name", "Count", "Day"], Assert.Single(await WrittenAsync()));

    private static async Task<MemoryStream> FileAsync(params Line[] rows)
    {
        var file = new MemoryStream();
        var sheet = new SpreadsheetFile("staff.xlsx", new("All staff", ("As at", "16 November 2026"), ("Filter", null)),
            new Sheet<Line>("Staff: [all]", "One row for each person", Columns, rows));
        await sheet.WriteAsync(file, "Safer Brambleford", new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc), CancellationToken.None);
        file.Position = 0;
        return file;
    }

    private static async Task<List<object?[]>> WrittenAsync(params Line[] rows)
    {
        using var file = await FileAsync(rows);
        using var reader = ExcelReaderFactory.CreateReader(file);
        Assert.True(reader.NextResult());
        Assert.Equal("Staff all", reader.Name);
        var found = new List<object?[]>();
        while (reader.Read())
            found.Add([.. Enumerable.Range(0, Columns.Length).Select(c => reader.FieldCount > c ? reader.GetValue(c) : null)]);
        return found;
    }
}
