using System.IO.Compression;
using System.Text;

namespace Portal.Data.Files;

/// <summary>Tells what a file is from its bytes.</summary>
public static class Sniff
{
    private const int HeadSize = 64 * 1024;

    private static readonly (byte[] Starts, FileKind Kind)[] Signatures =
    [
        ([.. "%PDF-"u8], FileKind.Pdf),
        ([0x89, .. "PNG\r\n"u8], FileKind.Png),
        ([0xFF, 0xD8, 0xFF], FileKind.Jpeg),
        ([.. "GIF8"u8], FileKind.OtherPicture),
        ([.. "BM"u8], FileKind.OtherPicture),
        ([.. "II*\0"u8], FileKind.OtherPicture),
        ([.. "RIFF"u8], FileKind.OtherPicture),
    ];

    /// <summary>Reads the stream from its beginning and leaves it there. It must be seekable.</summary>
    public static async Task<FileKind> KindOfAsync(Stream content, CancellationToken cancel)
    {
        var head = new byte[(int)Math.Min(HeadSize, content.Length)];
        content.Position = 0;
        await content.ReadExactlyAsync(head, cancel);
        var kind = head switch
        {
            [] => FileKind.Empty,
            [(byte)'P', (byte)'K', 3, 4, ..] => InsideZip(content),
            [0xD0, 0xCF, 0x11, 0xE0, ..] => await IsEncryptedAsync(content, cancel) ? FileKind.ProtectedWorkbook : FileKind.OldWorkbook,
            _ => BySignature(head),
        };
        content.Position = 0;
        return kind;
    }

    private static FileKind BySignature(byte[] head)
    {
        foreach (var (starts, kind) in Signatures)
            if (head.AsSpan().StartsWith(starts) && (kind != FileKind.OtherPicture || !IsText(head))) return kind;
        return IsText(head) ? FileKind.Text : FileKind.Unknown;
    }

    /// <summary>Text has no control characters but tabs and line ends; UTF-16 is told by its byte order mark.</summary>
    private static bool IsText(byte[] head) =>
        head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]
            || !head.AsSpan().ContainsAnyInRange<byte>(0, 8) && !head.AsSpan().ContainsAnyInRange<byte>(14, 26);

    private static FileKind InsideZip(Stream content)
    {
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("xl/workbook.xml") is not null ? FileKind.Workbook
                : zip.GetEntry("word/document.xml") is not null ? FileKind.Document
                : IsOpenSheet(zip) ? FileKind.OpenSheet : FileKind.OtherZip;
        }
        catch (InvalidDataException)
        {
            return FileKind.Unknown;
        }
    }

    /// <summary>OpenDocument says what it is in its first part, in plain text.</summary>
    private static bool IsOpenSheet(ZipArchive zip)
    {
        if (zip.GetEntry("mimetype") is not { Length: < 100 } part) return false;
        using var said = new StreamReader(part.Open());
        return said.ReadToEnd().StartsWith("application/vnd.oasis.opendocument.spreadsheet", StringComparison.Ordinal);
    }

    /// <summary>A workbook with a password, or with rights management, is an OLE file that holds an "EncryptedPackage".</summary>
    private static async Task<bool> IsEncryptedAsync(Stream content, CancellationToken cancel)
    {
        var sought = Encoding.Unicode.GetBytes("EncryptedPackage");
        var buffer = new byte[HeadSize + sought.Length];
        var kept = 0;
        content.Position = 0;
        while (await content.ReadAsync(buffer.AsMemory(kept), cancel) is var read and > 0)
        {
            var filled = buffer.AsSpan(0, kept + read);
            if (filled.IndexOf(sought) >= 0) return true;
            kept = Math.Min(sought.Length, filled.Length);
            filled[^kept..].CopyTo(buffer);
        }
        return false;
    }
}
