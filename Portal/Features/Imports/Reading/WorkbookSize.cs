using System.IO.Compression;

namespace Portal.Features.Imports.Reading;

/// <summary>
/// Refuses a workbook that unpacks to far more than any real one, or has a cell that no spreadsheet could hold, before a
/// reader takes it in: its memory and time would be ours. It stops at the first byte too many.
/// </summary>
internal static class WorkbookSize
{
    private const long MaxUnpacked = 1L << 30;

    /// <summary>Texts are held in memory while a workbook is read.</summary>
    private const long MaxTexts = 256L << 20;

    /// <summary>So are its list of sheets, its styles and the relations between its parts.</summary>
    private const long MaxFrame = 16L << 20;

    /// <summary>Real sheets shrink to between a fifth and a fortieth.</summary>
    private const int MaxRatio = 150;
    private const long SmallEnough = 4L << 20;

    /// <exception cref="Refused">It is not what a spreadsheet writes.</exception>
    public static void Check(Stream content, long packed)
    {
        content.Position = 0;
        long unpacked = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in zip.Entries) unpacked = Read(entry, unpacked, packed);
        }
        catch (InvalidDataException)
        {
            throw SheetText.Unreadable();
        }
        content.Position = 0;
    }

    /// <summary>Counted, not believed: the size that a zip states can be a lie, and so can the name of a part.</summary>
    /// <returns>How much the workbook has unpacked to so far.</returns>
    private static long Read(ZipArchiveEntry entry, long unpacked, long packed)
    {
        var (start, buffer, text) = (unpacked, new byte[1 << 16], new SheetText());
        using var bytes = entry.Open();
        while (bytes.Read(buffer) is var read and > 0)
        {
            unpacked += read;
            text.Read(buffer.AsSpan(0, read));
            if (unpacked - start > Limit(entry.Name, text.Root) || unpacked > MaxUnpacked) throw TooLarge();
            if (unpacked > SmallEnough && unpacked > packed * MaxRatio) throw TooLarge();
        }
        return unpacked;
    }

    private static long Limit(string name, string root) => root switch
    {
        "sst" => MaxTexts,
        "workbook" or "styleSheet" or "Relationships" => MaxFrame,
        // A binary sheet, which only whoever means harm would put into such a workbook.
        _ when name.EndsWith(".bin", StringComparison.OrdinalIgnoreCase) => MaxFrame,
        _ => MaxUnpacked,
    };

    private static Refused TooLarge() =>
        new("The selected workbook unpacks to far more than a list of staff would. Save the one sheet that is needed in a new "
            + "workbook and choose that", "File");
}
