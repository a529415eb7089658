using System.Globalization;
using System.IO.Compression;
using System.Text;
using Portal.Data.Files;
using Portal.Features.Imports.Reading;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

public class ReadingPeoplesFiles
{
    private const string Text = "Name;Work email;Job title\r\nZoë Ashé;zoe@homes.example;Receptionist\r\n";

    static ReadingPeoplesFiles() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "UTF-8", Encoding.UTF8.GetBytes(Text) },
        { "UTF-8 with a byte order mark", [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)] },
        { "UTF-16", [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)] },
        { "UTF-16 the other way round", [.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "Windows-1252", Encoding.GetEncoding(1252).GetBytes(Text) },
    };

    [Theory, MemberData(nameof(Encodings))]
    public void Letters_are_right_in(string encoding, byte[] bytes) => Assert.True(Rows(bytes)[1].Cells[0] == "Zoë Ashé", encoding);

    [Theory, InlineData(','), InlineData(';'), InlineData('\t')]
    public void The_separator_is_found(char separator) =>
        Assert.Equal<IEnumerable<string?>>(
            ["Asha Rahman", "1", "a@homes.example"],
            Rows($"Name{separator}No{separator}Mail\n\"Asha Rahman\"{separator}1{separator}a@homes.example\n")[1].Cells);

    [Fact]
    public void Line_breaks_and_separators_inside_quotes_belong_to_the_cell() =>
        Assert.Equal<IEnumerable<string?>>(
            ["Rahman, Asha", "Housing officer, estates", "say \"hello\""],
            Rows("a,b,c\r\n\"Rahman, Asha\",\"Housing\r\nofficer, estates\",\"say \"\"hello\"\"\"\r\n")[1].Cells);

    [Fact]
    public void Spaces_of_every_kind_are_one_plain_space() =>
        Assert.Equal<IEnumerable<string?>>(
            ["Asha Rahman", "a@homes.example", null],
            Rows("a,b,c\n\u00A0 Asha\u00A0\u2007 Rahman  ,a@homes.example\u200B,  \u00A0\n")[1].Cells);

    [Fact]
    public void What_an_export_quoted_comes_back_as_it_was() =>
        Assert.Equal<IEnumerable<string?>>(["=1+1", "O'Neil", "'tis"], Rows("a,b,c\n'=1+1,O'Neil,'tis\n")[1].Cells);

    [Fact]
    public void A_row_keeps_the_number_that_a_spreadsheet_gives_it() =>
        Assert.Equal((5, "Ben"), Rows("Name,b\n\n\"A\nsha\",1\n\nBen,2\n") is [.., var last] ? (last.Number, last.Cells[0]) : default);

    [Fact]
    public void Headings_are_found_below_a_title()
    {
        var headings = ImportTable.Headings(
            Rows("Staff list at 1 May,,\n,,\nEmp No,Full name,Position\n1,Asha,Receptionist\n"), ImportKind.StaffList, out var sample);
        Assert.Equal((3, 1), (headings.Number, sample.Count));
    }

    [Theory]
    [InlineData("31/12/2025"), InlineData("31/12/25"), InlineData("31-12-2025"), InlineData("31.12.2025"), InlineData("31 Dec 2025"),
        InlineData("31 December 2025")]
    [InlineData("31st December 2025"), InlineData("2025-12-31"), InlineData("2025-12-31T00:00:00"), InlineData("31/12/2025 00:00"),
        InlineData("31-Dec-25"), InlineData("46022"), InlineData("Wed 31 Dec 2025")]
    public void A_day_is_read_as_people_write_it(string text) =>
        Assert.True(ImportText.TryDay(text, out var day) && day == new DateOnly(2025, 12, 31), text);

    public static TheoryData<int, string, string> Months
    {
        get
        {
            string[] names = ["January", "February", "March", "April", "May", "June", "July",
                "August", "September", "October", "November", "December"];
            var all = new TheoryData<int, string, string>();
            foreach (var language in new[] { "", "en-GB", "de-DE", "tr-TR", "ar-SA" })
                foreach (var (month, name) in names.Index()) all.Add(month + 1, name, language);
            return all;
        }
    }

    [Theory, MemberData(nameof(Months))]
    public void A_month_is_read_in_every_spelling_whatever_language_the_machine_has(int month, string name, string language)
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(language);
        try
        {
            string[] shorter = month == 9 ? [name, name[..3], name[..4]] : [name, name[..3]];
            var words = shorter.SelectMany(word => (string[])[word, word.ToUpperInvariant(), word.ToLowerInvariant(), $"{word}."]);
            foreach (var word in words)
                foreach (var text in (string[])
                    [
                        $"3 {word} 2025", $"03-{word}-2025", $"3-{word}-25", $"3/{word}/2025",
                        $"3.{word}.2025", $"3{word}2025", $"03{word}25", $"3rd {word} 2025",
                        $"3rd {word}, 2025", $"{word} 3, 2025", $"{word} 3rd 2025", $"2025-{word}-03",
                        $"3-{word}-2025 00:00:00", $" 3  {word}  2025 ",
                    ])
                    Assert.True(ImportText.TryDay(text, out var day) && day == new DateOnly(2025, month, 3), text);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory, InlineData("Thu 31 Dec 2025"), InlineData("31 Dez 2025"), InlineData("31 De 2025"), InlineData("31 Sept 2025")]
    [InlineData("Sep 25"), InlineData("September 2025"), InlineData("31 December"), InlineData("3 Decembers 2025")]
    public void A_word_that_is_no_month_or_contradicts_the_day_is_not_guessed(string text) => Assert.False(ImportText.TryDay(text, out _));

    [Theory, InlineData("12/31/2025"), InlineData("2025"), InlineData("tomorrow"), InlineData("0"), InlineData("31/12")]
    public void What_is_no_day_is_not_guessed(string text) => Assert.False(ImportText.TryDay(text, out _));

    [Fact]
    public void A_workbook_gives_days_numbers_and_the_last_value_of_formulas()
    {
        var rows = Rows(Workbooks.Of(
            ["Number", "Name", "Start", "Serial", "Mail"],
            [10045, " Asha\u00A0Rahman ", new DateOnly(2024, 2, 29), 45351, new Workbooks.Formula("LOWER(\"A@H\")", "a@homes.example")],
            [null, null, null, null, "#N/A"]));
        Assert.Equal<IEnumerable<string?>>(["10045", "Asha Rahman", "2024-02-29", "45351", "a@homes.example"], rows[1].Cells);
        Assert.True(rows[2].IsBlank);
    }

    [Fact]
    public void A_million_columns_are_refused_without_being_read() =>
        Assert.Contains(
            "more than 300 columns", Refuses(Encoding.UTF8.GetBytes(new string(',', 1_000_000) + "\n")), StringComparison.Ordinal);

    [Fact]
    public void Hundreds_of_columns_are_refused() =>
        Assert.Equal(
            "The selected file has more than 300 columns. Save only the columns that are needed and choose it again",
            Refuses(Encoding.UTF8.GetBytes(new string(',', 400) + "\n")));

    [Fact]
    public void A_line_that_never_ends_is_refused() =>
        Assert.Contains(
            "a quotation mark is missing", Refuses([.. "a,b\n\""u8, .. Enumerable.Repeat((byte)'x', 5_000_000)]), StringComparison.Ordinal);

    [Fact]
    public void A_damaged_workbook_is_refused() =>
        Assert.Equal(
            "We cannot read this workbook. Open it in Excel, save a new copy and choose that",
            Refuses(Zip(("xl/workbook.xml", "<not xml"u8.ToArray()))));

    [Fact]
    public void A_workbook_that_unpacks_to_far_too_much_is_refused()
    {
        var bomb = Zip(("xl/workbook.xml", new byte[64 << 20]));
        var no = Assert.Throws<Refused>(() => WorkbookSize.Check(new MemoryStream(bomb), bomb.Length));
        Assert.Equal(
            "The selected workbook unpacks to far more than a list of staff would. Save the one sheet that is needed in a new "
                + "workbook and choose that", no.Message);
    }

    private static string Refuses(byte[] bytes) => Assert.Throws<Refused>(() => Rows(bytes)).Message;

    private static List<TableRow> Rows(string text) => Rows(Encoding.UTF8.GetBytes(text));

    private static List<TableRow> Rows(byte[] bytes) =>
        [.. ImportTable.Rows(new MemoryStream(bytes), bytes is [(byte)'P', (byte)'K', ..] ? FileKind.Workbook : FileKind.Text)];

    private static byte[] Zip(params (string Name, byte[] Content)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
            foreach (var (name, content) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        return bytes.ToArray();
    }
}
