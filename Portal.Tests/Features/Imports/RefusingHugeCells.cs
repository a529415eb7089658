using System.IO.Compression;
using System.Text;
using Portal.Data.Files;
using Portal.Features.Imports.Reading;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>A cell that no spreadsheet could hold is refused before anything takes it into memory, however it is hidden.</summary>
public class RefusingHugeCells
{
    private const int Most = SheetText.LongestCell;
    private const string Sentence =
        "The selected workbook has a cell with more than 32,767 characters. Shorten it and choose the workbook again";
    private const string Unreadable = "We cannot read this workbook. Open it in Excel, save a new copy and choose that";

    public static TheoryData<string, string> Hidden => new()
    {
        { "in one run", $"<c t=\"inlineStr\"><is><t>{Letters(Most + 1)}</t></is></c>" },
        { "in many runs", $"<c t=\"inlineStr\"><is>{Repeat($"<r><t>{Letters(1_000)}</t></r>", 33)}</is></c>" },
        { "behind comments", $"<c t=\"inlineStr\"><is><t>{Repeat($"{Letters(1_000)}<!-- </c> > -->", 33)}</t></is></c>" },
        { "behind an instruction", $"<c t=\"inlineStr\"><is><t>{Repeat($"{Letters(1_000)}<?a </c>?>", 33)}</t></is></c>" },
        { "behind a quoted end", $"<c a=\"/>\" t=\"inlineStr\"><is>{Repeat($"<r><t>{Letters(1_000)}</t></r>", 33)}</is></c>" },
        { "behind a cell in a cell", $"<c t=\"inlineStr\"><is>{Repeat($"<r><t>{Letters(1_000)}</t></r><c/><c></c>", 33)}</is></c>" },
        { "under a prefix", $"<x:c t=\"inlineStr\"><x:is>{Repeat($"<x:r><x:t>{Letters(1_000)}</x:t></x:r>", 33)}</x:is></x:c>" },
        { "in an attribute", $"<c r=\"{Letters(1 << 20)}\"/>" },
        { "in a name", $"<{Letters(1 << 20)}/>" },
        { "after a cell", $"<c/>{Letters(Most + 1)}" },
    };

    public static TheoryData<string, byte[]> Strange => new()
    {
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes("<worksheet/>")] },
        { "UTF-16 without a mark", Encoding.BigEndianUnicode.GetBytes("<worksheet/>") },
        { "another encoding", "<?xml version='1.0' encoding='hz-gb-2312'?><worksheet/>"u8.ToArray() },
        { "an encoding far away", Encoding.UTF8.GetBytes($"<?xml version='1.0'{new string(' ', 300)}encoding='hz-gb-2312'?><worksheet/>") },
        { "CDATA", "<worksheet><c><is><t><![CDATA[</c>]]></t></is></c></worksheet>"u8.ToArray() },
        { "a document type", "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>"u8.ToArray() },
    };

    [Theory, MemberData(nameof(Hidden))]
    public void However_it_is_hidden(string how, string cell)
    {
        Assert.True(Sentence == Refuses(Zip(("xl/worksheets/sheet1.xml", Sheet(cell)))), how);
        Assert.True(
            Sentence == Refuses(Zip(("xl/sharedStrings.xml", Sheet(cell.Replace("c t=", "si t=", StringComparison.Ordinal), "sst")))), how);
    }

    [Theory, MemberData(nameof(Strange))]
    public void What_no_spreadsheet_writes_is_not_read(string what, byte[] part) =>
        Assert.True(Unreadable == Refuses(Zip(("xl/worksheets/sheet1.xml", part))), what);

    [Fact]
    public void The_longest_cell_that_there_can_be_is_read_in_any_letters()
    {
        foreach (var letter in new[] { "x", "é", "漢", "&amp;", "&#x10FFFF;" })
            Check(Zip(("xl/worksheets/sheet1.xml",
                Sheet($"<c t=\"inlineStr\"><is><t>{Repeat(letter, Most)}</t></is></c><c/><c><v>1</v></c>"))));
        var text = Letters(Most);
        var workbook = Workbooks.Of(["Name", "Work email", "Job title"], [text, "a@homes.example", "Receptionist"], [text, null, null]);
        Check(workbook);
        Assert.Equal(text, ImportTable.Rows(new MemoryStream(workbook), FileKind.Workbook).ElementAt(1).Cells[0]);
    }

    [Fact]
    public void Pictures_and_drawings_beside_the_sheets_are_not_looked_into() => Check(Zip(
        ("xl/media/image1.jpeg", [0xFF, 0xD8, 0xFF, .. new byte[100_000]]), ("xl/media/image2.svg", Sheet(Letters(Most + 1), "svg")),
        ("docProps/app.xml", [])));

    [Fact]
    public void Reading_stops_at_the_first_letter_too_many()
    {
        // Digits at random shrink to less than a half, so that all of it would be megabytes.
        var digits = string.Concat(Enumerable.Range(0, 1_000_000).Select(_ => Random.Shared.Next(10_000_000, 99_999_999)));
        using var content = new CountingStream(Zip(("xl/worksheets/sheet1.xml",
            Sheet($"<c t=\"inlineStr\"><is><t>{digits}</t></is></c>"))));
        Assert.InRange(content.Length, 3_000_000, 5_000_000);
        Assert.Equal(Sentence, Assert.Throws<Refused>(() => WorkbookSize.Check(content, content.Length)).Message);
        Assert.InRange(content.Taken, 1, 200_000);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void A_huge_cell_of_a_text_file_is_given_up_after_a_mebibyte(bool quoted)
    {
        using var content = new CountingStream([
            .. Encoding.UTF8.GetBytes($"Name,Job\nAsha,{(quoted ? "\"" : "")}"), .. Enumerable.Repeat((byte)'x', 20 << 20)
        ]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains(
            "a quotation mark is missing", Assert.Throws<Refused>(() => ImportTable.Rows(content, FileKind.Text).Count()).Message,
            StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 16 << 20);
    }

    private static string Refuses(byte[] workbook) => Assert.Throws<Refused>(() => Check(workbook)).Message;

    private static void Check(byte[] workbook) => WorkbookSize.Check(new MemoryStream(workbook), workbook.Length);

    private static string Letters(int count) => new('x', count);

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static byte[] Sheet(string cells, string root = "worksheet") => Encoding.UTF8.GetBytes(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- <svg> > -->\n"
            + $"<{root} xmlns:x=\"urn:x\"><sheetData><row>{cells}</row></sheetData></{root}>");

    private static byte[] Zip(params (string Name, byte[] Content)[] parts)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(content);
            }
        return bytes.ToArray();
    }

    /// <summary>Counts what is read from it.</summary>
    private sealed class CountingStream(byte[] bytes) : MemoryStream(bytes)
    {
        public long Taken { get; private set; }

        public override int Read(Span<byte> buffer)
        {
            var read = base.Read(buffer);
            Taken += read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = base.Read(buffer, offset, count);
            Taken += read;
            return read;
        }
    }
}
