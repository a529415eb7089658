using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Imports.Uploading;

/// <summary>
/// Takes a file, proposes which column is which, and keeps it. Refuses what is no list of rows, and a second import while
/// one is under way, unless it is the one that the person has said to replace and nobody has agreed to it. Of what is
/// refused nothing is kept.
/// </summary>
public sealed class UploadImport(PortalDb db, FileStore files, UkClock clock)
{
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
        await db.ProposeColumnsAsync(import, content, FileKinds.Of(file), null, cancel);
        waiting?.Discard();
        db.Imports.Add(import);
        await SaveAsync(viewer, waiting, cancel);
        return import.Id;
    }

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
