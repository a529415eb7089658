using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Portal.Data.Files;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

public sealed class KeepingFiles : IAsyncLifetime
{
    private static readonly Id<Partnership> PartnershipId = Id<Partnership>.New();
    private TestDatabase database = null!;

    public static TheoryData<string, byte[], FileKind> Kinds => new()
    {
        { "nothing", [], FileKind.Empty },
        { "a CSV file", "name;mail\r\n"u8.ToArray(), FileKind.Text },
        { "text that begins like a bitmap", "BMI, blood pressure\n"u8.ToArray(), FileKind.Text },
        { "UTF-16", [0xFF, 0xFE, (byte)'a', 0], FileKind.Text },
        { "a PDF", "%PDF-1.7 \0\u0001"u8.ToArray(), FileKind.Pdf },
        { "a PNG", [0x89, .. "PNG\r\n\x1a\n\0\0"u8], FileKind.Png },
        { "a photo", [0xFF, 0xD8, 0xFF, 0xE0, 0, 1], FileKind.Jpeg },
        { "an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0], FileKind.OldWorkbook },
        {
            "a protected workbook", [0xD0, 0xCF, 0x11, 0xE0, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage")],
            FileKind.ProtectedWorkbook
        },
        { "a workbook", Zip("xl/workbook.xml"), FileKind.Workbook },
        { "an OpenDocument spreadsheet", Zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), FileKind.OpenSheet },
        { "an OpenDocument text", Zip("mimetype", "application/vnd.oasis.opendocument.text"), FileKind.OtherZip },
        { "a Word document", Zip("word/document.xml"), FileKind.Document },
        { "another zip", Zip("holiday.txt"), FileKind.OtherZip },
        { "half a zip", Zip("xl/workbook.xml")[..40], FileKind.Unknown },
        { "a programme", [0x7F, .. "ELF"u8, 2, 1, 1, 0], FileKind.Unknown },
    };

    public async ValueTask InitializeAsync()
    {
        database = await TestDatabase.CreateAsync();
        await using var db = database.Open();
        db.Partnerships.Add(new()
        {
            Id = PartnershipId, Name = "Safer Testing Partnership", ShortName = "STP", FrameworkCode = "TEST",
            SupportEmail = "help@portal.example"
        });
        await db.SaveAsync(Viewer.System(PartnershipId), "Began", CancellationToken.None);
    }

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory, MemberData(nameof(Kinds))]
    public async Task Content_says_what_a_file_is(string what, byte[] bytes, FileKind kind)
    {
        using var content = new MemoryStream(bytes);
        Assert.True(kind == await Sniff.KindOfAsync(content, CancellationToken.None), what);
        Assert.Equal(0, content.Position);
    }

    [Fact]
    public async Task What_is_read_is_what_was_kept_however_long()
    {
        var bytes = new byte[(2 << 20) + 7];
        "%PDF-"u8.CopyTo(bytes);
        Random.Shared.NextBytes(bytes.AsSpan(5));
        var file = await Keep(bytes, "proof.pdf");
        await using var db = database.Open();
        Assert.Equal(
            [0, 1, 2], await db.FileChunks.Where(c => c.Hash == file.Hash).OrderBy(c => c.Number).Select(c => c.Number).ToListAsync());
        await using var read = await new FileStore(db, database.Clock).OpenAsync(file.Hash, CancellationToken.None);
        var back = new MemoryStream();
        await read.CopyToAsync(back);
        Assert.Equal(bytes, back.ToArray());
        Assert.Equal(("application/pdf", bytes.LongLength), (file.ContentType, file.Length));
    }

    [Fact]
    public async Task The_same_content_is_kept_once()
    {
        byte[] bytes = [.. "%PDF-1.4 the same"u8];
        Assert.Equal((await Keep(bytes, "one.pdf")).Hash, (await Keep(bytes, "two.pdf")).Hash);
        await using var db = database.Open();
        Assert.Equal(1, await db.FileChunks.CountAsync());
        Assert.Equal(2, await db.Files.CountAsync());
    }

    [Theory]
    [InlineData("", "The selected file is empty. Choose a PDF, a Word document or a photo (PNG or JPEG)")]
    [InlineData(
        "MZ\0\u0001\u0002", "The selected file is a kind of file we cannot read. Choose a PDF, a Word document or a photo (PNG or JPEG)")]
    [InlineData("<script>alert(1)</script>", "The selected file is plain text. Choose a PDF, a Word document or a photo (PNG or JPEG)")]
    public async Task A_file_that_lies_about_its_type_is_refused(string content, string sentence)
    {
        var no = await Assert.ThrowsAsync<Refused>(() => Keep(Encoding.UTF8.GetBytes(content), "proof.pdf"));
        Assert.Equal((sentence, "Evidence"), (no.Message, no.Field));
    }

    [Theory]
    [InlineData("proof.pdf"), InlineData("proof.pdf.exe"), InlineData("proof")]
    public async Task A_picture_under_another_name_is_refused_and_says_what_it_is(string name)
    {
        var no = await Assert.ThrowsAsync<Refused>(() => Keep([0x89, .. "PNG\r\n\x1a\n\0"u8], name));
        Assert.Equal(
            "The selected file is a PNG picture, but its name does not end in .png. Save it again under the right name, or choose another",
            no.Message);
        Assert.Equal("photo.JPEG", (await Keep([0xFF, 0xD8, 0xFF, 0xE0, 1], "photo.JPEG")).Name);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_refused()
    {
        byte[] bytes = [.. "%PDF-"u8, .. new byte[10 << 20]];
        Assert.Equal(
            "The selected file must be smaller than 10 MB", (await Assert.ThrowsAsync<Refused>(() => Keep(bytes, "proof.pdf"))).Message);
    }

    [Fact]
    public async Task A_name_is_kept_without_folders_and_short_enough() =>
        Assert.Equal(new string('x', 196) + ".pdf", (await Keep([.. "%PDF-1"u8], @"C:\papers\" + new string('x', 300) + ".pdf")).Name);

    private async Task<StoredFile> Keep(byte[] bytes, string name)
    {
        await using var db = database.Open();
        var viewer = Viewer.System(PartnershipId);
        var file = await new FileStore(db, database.Clock).AddAsync(
            viewer, new MemoryStream(bytes), name, FileRule.Evidence, "Evidence", CancellationToken.None);
        await db.SaveAsync(viewer, "Added proof", CancellationToken.None);
        return file;
    }

    private static byte[] Zip(string entry, string content = "")
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create))
        using (var part = new StreamWriter(zip.CreateEntry(entry).Open()))
            part.Write(content);
        return bytes.ToArray();
    }
}
