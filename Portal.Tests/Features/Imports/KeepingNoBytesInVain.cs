using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Imports;

/// <summary>Of what is refused, discarded or undone long ago, neither the file stays nor anything that was read from it.</summary>
public sealed class KeepingNoBytesInVain : IAsyncLifetime
{
    private const string StaffList = "Name,Work email,Job title\nAsha Rahman,asha@homes.example,Receptionist\n";
    private TestDatabase database = null!;
    private SmallBorough borough = null!;
    private ImportDesk desk = null!;

    public static TheoryData<string, byte[]> Hostile => new()
    {
        { "nothing", [] },
        { "a programme", [0x7F, .. "ELF"u8, 2, 1, 1, 0] },
        { "a PDF", "%PDF-1.7 \0\u0001"u8.ToArray() },
        { "headings alone", ImportDesk.Bytes("Name,Job title\n") },
        { "no headings", ImportDesk.Bytes("\n\n ,,\n") },
        { "too many columns", ImportDesk.Bytes(new string(',', 400) + "\n1\n") },
        { "an open quotation mark", [.. "a,b\n\""u8, .. Enumerable.Repeat((byte)'x', 5_000_000)] },
        { "an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0] },
        { "another zip", Zip("holiday.txt", []) },
        { "a damaged workbook", Zip("xl/workbook.xml", "<not xml"u8.ToArray()) },
        { "a zip bomb", Zip("xl/workbook.xml", new byte[64 << 20]) },
        { "a huge cell", Workbooks.Of(["Name", "Job title"], [new string('x', 5_000_000), "Receptionist"]) },
        { "a workbook without rows", Workbooks.Of(["Name", "Job title"]) },
    };

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        borough = await SmallBorough.InAsync(database);
        desk = new(database, borough.Lead);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory, MemberData(nameof(Hostile))]
    public async Task Refused_is(string what, byte[] bytes)
    {
        await Assert.ThrowsAsync<Refused>(() => desk.Upload(ImportKind.StaffList, bytes));
        Assert.True((0, 0, 0) == await CountAsync(), what);
    }

    [Fact]
    public async Task Discarding_removes_all_but_that_there_was_one()
    {
        var import = await desk.StaffList(StaffList);
        Assert.Equal((1, 1, 1), await CountAsync());
        await desk.Discard(import.Id);
        Assert.Equal((0, 0, 0), await CountAsync());
        var after = await desk.Load(import.Id);
        Assert.Equal((ImportState.Discarded, null, "file.csv", 0), (after.State, after.FileId, after.FileName, after.Columns.Count));
    }

    [Fact]
    public async Task The_same_content_of_another_import_still_opens()
    {
        var (mine, other) = (await desk.StaffList(StaffList), new ImportDesk(database, borough.OtherLead));
        var theirs = await other.StaffList(StaffList);
        Assert.Equal((2, 1, 2), await CountAsync());
        await desk.Discard(mine.Id);
        Assert.Equal((1, 1, 1), await CountAsync());

        await using var db = database.Open();
        var file = await db.Files.SingleAsync(f => f.Id == theirs.FileId);
        using var reader = new StreamReader(await new FileStore(db, database.Clock).OpenAsync(file.Hash, default));
        Assert.Equal(StaffList, await reader.ReadToEndAsync());
        await other.Discard(theirs.Id);
        Assert.Equal((0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task What_another_file_replaced_or_nobody_agreed_to_leaves_nothing()
    {
        var waiting = await desk.StaffList(StaffList);
        var two = ImportDesk.Bytes(StaffList + "Ben Okafor,ben@homes.example,Receptionist\n");
        await desk.Upload(ImportKind.StaffList, two, replaces: waiting.Id);
        Assert.Equal((1, 1, 0), await CountAsync());
        database.Time.Advance(TimeSpan.FromDays(15));
        await desk.DiscardAbandoned();
        Assert.Equal((0, 0, 0), await CountAsync());
    }

    [Fact]
    public async Task One_of_several_at_the_same_moment_is_kept()
    {
        await Task.WhenAll(Enumerable.Range(0, 4).Select(async n =>
        {
            try { await desk.Upload(ImportKind.StaffList, ImportDesk.Bytes($"{StaffList}Ben,ben{n}@homes.example,Receptionist\n")); }
            catch (Refused) { }
        }));
        Assert.Equal((1, 1, 0), await CountAsync());
    }

    [Fact]
    public async Task The_file_of_what_was_undone_goes_a_fortnight_later()
    {
        var import = await desk.Applied(await desk.StaffList(StaffList));
        database.Time.Advance(TimeSpan.FromHours(1));
        await desk.Undone(import.Id);
        database.Time.Advance(TimeSpan.FromDays(13));
        Assert.Null(await desk.DiscardAbandoned());
        database.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal("Removed 1 file of imports that are over", await desk.DiscardAbandoned());
        Assert.Equal((0, 0, 1), await CountAsync());
        Assert.Null(await desk.DiscardAbandoned());
    }

    [Fact]
    public async Task The_file_of_what_was_applied_stays()
    {
        await desk.Applied(await desk.StaffList(StaffList));
        database.Time.Advance(TimeSpan.FromDays(100));
        Assert.Null(await desk.DiscardAbandoned());
        Assert.Equal((1, 1, 1), await CountAsync());
    }

    private async Task<(int Files, int Pieces, int Rows)> CountAsync()
    {
        await using var db = database.Open();
        return (await db.Files.CountAsync(), await db.FileChunks.CountAsync(), await db.ImportRows.CountAsync());
    }

    private static byte[] Zip(string name, byte[] content)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        {
            using var part = zip.CreateEntry(name).Open();
            part.Write(content);
        }
        return bytes.ToArray();
    }
}
