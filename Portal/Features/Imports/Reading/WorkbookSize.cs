using System.IO.Compression;

namespace Portal.Features.Imports.Reading;

/// <summary>Refuses a workbook that unpacks to far more than any real one: its memory and time would be ours.</summary>
internal static class WorkbookSize
{
    private const long MaxUnpacked = 3L << 30;

    /// <summary>Texts are held in memory while a workbook is read.</summary>
    private const long MaxTexts = 256L << 20;

    /// <summary>Real sheets shrink to between a fifth and a fortieth.</summary>
    private const int MaxRatio = 150;
    private const long SmallEnough = 32L << 20;

    public static void Check(Stream content, long packed)
    {
        content.Position = 0;
        var buffer = new byte[1 << 16];
        long unpacked = 0;
        try
        {
            using var zip = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
            foreach (var entry in zip.Entries)
            {
                var start = unpacked;
                var limit = entry.FullName.EndsWith("sharedStrings.xml", StringComparison.OrdinalIgnoreCase) ? MaxTexts : MaxUnpacked;
                using var bytes = entry.Open();
                // Counted, not believed: the size that a zip states can be a lie.
                while (bytes.Read(buffer) is var read and > 0)
                {
                    unpacked += read;
                    if (unpacked - start > limit || unpacked > MaxUnpacked || unpacked > SmallEnough && unpacked > packed * MaxRatio)
                        throw new Refused("The selected workbook unpacks to far more than a list of staff would. Save the one sheet that is needed in a new workbook and choose that", "File");
                }
            }
        }
        catch (InvalidDataException)
        {
            throw new Refused("We cannot read this workbook. Open it in Excel, save a new copy and choose that", "File");
        }
        content.Position = 0;
    }
}
