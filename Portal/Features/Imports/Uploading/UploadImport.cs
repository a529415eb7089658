using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;
using Portal.Features.Imports.Reading;

namespace Portal.Features.Imports.Uploading;

/// <summary>
/// Takes a file, proposes which column is which, and keeps it. Refuses what is no list of rows, and a second import while
/// one is under way, unless it is the one that the person has said to replace and nobody has agreed to it. Of what is
/// refused nothing is kept.
/// </summary>
public sealed class UploadImport(PortalDb db, FileStore files, UkClock clock)
{
    private const int SampleLength = 120;

    /// <summary>The texts of a workbook are held in memory while it is read: several at once could fill that of the node.</summary>
    private static readonly SemaphoreSlim OneWorkbook = new(1);

    public async Task<Id<Import>> RunAsync(
        Viewer viewer, ImportKind kind, Stream content, string fileName, Id<Import>? replaces, CancellationToken cancel)
    {
        var agency = await db.Agencies.VisibleTo(viewer, Permission.ImportStaff).SingleOrDefaultAsync(a => a.Id == viewer.AgencyId, cancel)
            ?? throw new Refused("Your role does not allow this");
        if (!agency.IsOpenOn(clock.Today)) throw new Refused($"{agency.Name} is closed, so nothing can be imported");
        var waiting = await db.UnderWayAsync(agency.Id, cancel);
        if (waiting is not null && !(waiting.Id == replaces && waiting.MayBeDiscarded)) throw InTheWay(waiting);

        var file = await files.AddAsync(viewer, content, fileName, FileRule.Spreadsheet, "File", cancel);
        var import = new Import
        {
            PartnershipId = viewer.PartnershipId, AgencyId = agency.Id, Kind = kind, FileId = file.Id, FileName = file.Name,
            UploadedAt = clock.Now, UploadedBy = viewer.UserId, UploadedByName = viewer.Name,
        };
        foreach (var column in await ColumnsAsync(import, content, FileKinds.Of(file), cancel)) import.Add(column);
        waiting?.Discard();
        db.Imports.Add(import);
        await SaveAsync(viewer, waiting, cancel);
        return import.Id;
    }

    private async Task<IReadOnlyList<ImportColumn>> ColumnsAsync(Import import, Stream content, FileKind format, CancellationToken cancel)
    {
        var (headings, sample) = await HeadingsAsync(import.Kind, content, format, cancel);
        var remembered = await db.ImportMappings.Where(m => m.AgencyId == import.AgencyId && m.Kind == import.Kind)
            .ToDictionaryAsync(m => m.Heading, m => m.Field, cancel);
        var taken = new HashSet<ImportField>();
        return [.. headings.Cells.Select((cell, i) => Column(import, i, cell, sample, remembered, taken))
            .Where(c => c.Sample.Length > 0 || c.Field is not null)];
    }

    private static async Task<(TableRow, IReadOnlyList<TableRow>)> HeadingsAsync(
        ImportKind kind, Stream content, FileKind format, CancellationToken cancel)
    {
        var isWorkbook = format == FileKind.Workbook;
        if (isWorkbook) await OneWorkbook.WaitAsync(cancel);
        try
        {
            if (isWorkbook) WorkbookSize.Check(content, content.Length);
            var headings = ImportTable.Headings(ImportTable.Rows(content, format), kind, out var sample);
            return (headings, sample);
        }
        finally
        {
            if (isWorkbook) OneWorkbook.Release();
        }
    }

    private static ImportColumn Column(Import import, int number, string? cell, IReadOnlyList<TableRow> sample,
        Dictionary<string, ImportField?> remembered, HashSet<ImportField> taken)
    {
        var heading = ImportColumn.HeadingOf(number, cell);
        var field = remembered.TryGetValue(ImportFields.Key(heading), out var before) ? before : ImportFields.Named(import.Kind, heading);
        var values = sample.Select(r => number < r.Cells.Length ? r.Cells[number] : null).OfType<string>().Distinct().Take(3);
        return new()
        {
            ImportId = import.Id, Number = number, Heading = heading, Sample = Shorten(string.Join(" · ", values)),
            Field = field is { } one && taken.Add(one) ? one : null,
        };
    }

    private static string Shorten(string text) => text.Length <= SampleLength ? text : $"{text[..(SampleLength - 1)]}…";

    private async Task SaveAsync(Viewer viewer, Import? replaced, CancellationToken cancel)
    {
        try
        {
            var what = replaced is null ? "Uploaded a file to import" : "Uploaded a file to import, in place of one that waited";
            Task DropAsync() => replaced is null ? Task.CompletedTask : db.DropAsync(files, replaced, cancel);
            await db.TransactAsync(viewer, what, DropAsync, cancel);
        }
        catch (Refused second) when (second.IsSecond && viewer.AgencyId is not null)
        {
            // Two uploads at the same moment: the index lets one in.
            db.ChangeTracker.Clear();
            if (await db.UnderWayAsync(viewer.AgencyId.Value, cancel) is { } first) throw InTheWay(first);
            throw;
        }
    }

    private static Refused InTheWay(Import import) => new($"{ImportUnderWay.Describe(import)}. "
        + (import.MayBeDiscarded ? "Replace it, or finish it first" : "Wait until that is done") + ", so that the two do not mix",
        "Replaces");
}
