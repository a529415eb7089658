using System.Text.RegularExpressions;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Tests.Support;
using Portal.Web;

namespace Portal.Tests.Web;

/// <summary>Every workbook that a page of the fictional borough writes: one that is new has to be named here.</summary>
public sealed partial class EveryWorkbook : IAsyncLifetime
{
    /// <summary>By page: who opens it, and the addresses of its workbooks.</summary>
    private static readonly Dictionary<string, (Role Role, string[] Addresses)> Written = new()
    {
        ["/Agencies/File"] = (Role.Commissioner, ["/Agencies/File/xlsx?type=Council"]),
        ["/BoroughGap/File"] = (Role.Commissioner, ["/BoroughGap/File/xlsx"]),
        ["/Courses/Colleagues/File"] = (Role.TrainingLead, ["/Courses/Agency/File/xlsx?show=Past&year=2026"]),
        ["/Imports/Uploading/Template"] =
            (Role.TrainingLead, ["/Imports/Template?kind=StaffList&format=xlsx", "/Imports/Template?kind=Training&format=xlsx"]),
        ["/Reports/Download"] = (Role.Commissioner,
            ["/Reports/Download/{edition}?format=xlsx", "/Reports/Download/{edition}?format=costs-xlsx",
                "/Reports/Download/{edition}?format=courses-xlsx", "/Reports/Download/{edition}?format=commissioning-xlsx"]),
        ["/Returns/Download"] = (Role.Commissioner, ["/Returns/{return}/Download"]),
        ["/Returns/File"] = (Role.Commissioner, ["/Returns/File/xlsx"]),
        ["/Standards/Files/FlagPeopleFile"] = (Role.Commissioner, ["/Flags/{flag}/People/xlsx"]),
        ["/Standards/Files/FlagsFile"] = (Role.Commissioner, ["/Flags/File/xlsx?closed=true"]),
        ["/Standards/Files/MatrixFile"] = (Role.Commissioner, ["/Standards/MatrixFile/xlsx?Phase=1"]),
    };

    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public void Is_named_here() => Assert.Equal(
        PortalPage.AllOf(app).Where(p => p.Compiled.ModelTypeInfo is { } model && Uses.Of(model).Contains(typeof(SpreadsheetFile)))
            .Select(p => p.Name).Order(StringComparer.Ordinal),
        Written.Keys.Order(StringComparer.Ordinal));

    [Fact]
    public async Task Says_what_it_is_and_has_tables_that_can_be_read_filtered_and_summed()
    {
        var (flag, edition, signed) = await app.In(async (PortalDb db) => (
            await db.Flags.StillOpen().Where(f => f.StandardCode == "S06").OrderBy(f => f.Reference).Select(f => f.Id).FirstAsync(),
            await db.Editions.Where(e => e.State == EditionState.Issued).OrderByDescending(e => e.MeetingOn).Select(e => e.Id).FirstAsync(),
            await db.Returns.Where(r => r.SignedAt != null && db.GapActions.Any(a => a.ReturnId == r.Id)).OrderBy(r => r.Id)
                .Select(r => r.Id).FirstAsync()));
        var partnership = await app.In((PortalDb db) => db.Partnerships.Select(p => p.Name).SingleAsync());
        var tables = 0;
        foreach (var (role, addresses) in Written.Values)
        {
            var door = await app.SignedInAs(role);
            foreach (var address in addresses)
            {
                var file = await door.Fetch(address.Replace("{edition}", $"{edition}", StringComparison.Ordinal)
                    .Replace("{flag}", $"{flag}", StringComparison.Ordinal).Replace("{return}", $"{signed}", StringComparison.Ordinal));
                Assert.True(file.FileName?.EndsWith(".xlsx", StringComparison.Ordinal) == true, $"{address} answers {file.Status}");
                using var book = SpreadsheetDocument.Open(new MemoryStream(file.Bytes), isEditable: false);
                Assert.Empty(new OpenXmlValidator().Validate(book).Select(e => $"{address}: {e.Description}"));
                tables += Check(address, book.WorkbookPart!, partnership);
            }
        }
        Assert.InRange(tables, 13, int.MaxValue);
    }

    private static int Check(string address, WorkbookPart book, string partnership)
    {
        var sheets = book.Workbook!.Descendants<DocumentFormat.OpenXml.Spreadsheet.Sheet>()
            .Select(s => (Name: s.Name!.Value!, ((WorksheetPart)book.GetPartById(s.Id!.Value!)).Worksheet!)).ToList();
        var about = sheets[0].Item2.Descendants<Row>().Select(r => string.Join(": ", r.Elements<Cell>().Select(c => c.InnerText))).ToList();
        Assert.Equal(SpreadsheetFile.About, sheets[0].Name);
        Assert.Contains($"Partnership: {partnership}", about);
        Assert.Contains(about, line => AsAt().IsMatch(line));
        foreach (var (name, sheet) in sheets.Skip(1))
        {
            var what = $"{address}, {name}";
            Assert.Contains(about, line => line.StartsWith($"Sheet “{name}”: ", StringComparison.Ordinal));
            var rows = sheet.Descendants<Row>().ToList();
            var headings = rows[0].Elements<Cell>().Select(c => c.InnerText).ToList();
            var widths = sheet.Descendants<Column>().Select(c => c.Width!.Value).ToList();
            Assert.True(widths.Count == headings.Count && widths.All(w => w is >= 8 and <= 61), $"{what} has columns of no width");
            Assert.True(headings.Zip(widths).All(c => c.First.Length <= c.Second), $"{what} has headings that are cut off");
            Assert.True(sheet.GetFirstChild<AutoFilter>() is not null, $"{what} has no filter");
            Assert.True(sheet.Descendants<Pane>().Single().State!.Value == PaneStateValues.Frozen, $"{what} has headings that scroll away");
            foreach (var cell in rows.Skip(1).SelectMany(r => r.Elements<Cell>()))
            {
                var heading = headings[ColumnOf(cell)];
                var isText = cell.DataType?.Value == CellValues.InlineString || cell.DataType?.Value == CellValues.String;
                Assert.False(isText && (Day().IsMatch(cell.InnerText) || Pounds().IsMatch(cell.InnerText)),
                    $"{what}, {heading}: “{cell.InnerText}” is a text");
                if (heading.EndsWith('£') && cell.InnerText != "")
                    Assert.True(Format(book, cell) == "£#,##0.00", $"{what}, {heading}: “{cell.InnerText}” is not money");
            }
        }
        return sheets.Count - 1;
    }

    private static int ColumnOf(Cell cell) =>
        cell.CellReference?.Value is { } at ? at.TakeWhile(char.IsLetter).Aggregate(0, (sum, c) => sum * 26 + c - 'A' + 1) - 1
            : cell.ElementsBefore().OfType<Cell>().Count();

    private static string? Format(WorkbookPart book, Cell cell)
    {
        var styles = book.WorkbookStylesPart!.Stylesheet!;
        if (cell.StyleIndex is not { } index) return null;
        var number = styles.CellFormats!.Elements<CellFormat>().ElementAt((int)index.Value).NumberFormatId;
        return styles.NumberingFormats!.Elements<NumberingFormat>().FirstOrDefault(n => n.NumberFormatId?.Value == number?.Value)
            ?.FormatCode?.Value;
    }

    [GeneratedRegex(@"^(As at|Figures as at): \d{1,2} [A-Z][a-z]+ \d{4}$")] private static partial Regex AsAt();
    [GeneratedRegex(@"^\d{4}-\d\d-\d\d|^\d{1,2} [A-Z][a-z]+ \d{4}$")] private static partial Regex Day();
    [GeneratedRegex(@"^−?£[\d,.]+$")] private static partial Regex Pounds();
}
