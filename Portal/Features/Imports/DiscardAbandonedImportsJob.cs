using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Imports;

/// <summary>
/// Discards the imports that nobody has agreed to for a fortnight, with their files and all that was read from them, and
/// removes the files of imports that were undone a fortnight ago or discarded.
/// </summary>
public sealed class DiscardAbandonedImportsJob(PortalDb db, FileStore files, UkClock clock)
{
    public const int Days = 14;

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var before = clock.Now.AddDays(-Days);
        var abandoned = await db.Imports
            .Where(i => (i.State == ImportState.Uploaded || i.State == ImportState.Ready) && i.UploadedAt < before).ToListAsync(cancel);
        foreach (var import in abandoned)
        {
            import.Discard();
            await db.TransactAsync(Viewer.System(import.PartnershipId), "Discarded an import that nobody had agreed to",
                () => db.DropAsync(files, import, cancel), cancel);
        }
        var over = await db.Imports.AsNoTracking().Where(i => i.FileId != null
            && (i.State == ImportState.Discarded || i.State == ImportState.Undone && i.UndoneAt < before)).ToListAsync(cancel);
        foreach (var import in over)
            await db.TransactAsync(Viewer.System(import.PartnershipId), "Removed the file of an import that is over",
                () => RemoveAsync(import, cancel), cancel);
        List<string> said = [];
        if (abandoned.Count > 0) said.Add($"Discarded {Words.Count(abandoned.Count, "file")} that nobody had agreed to for {Days} days");
        if (over.Count > 0) said.Add($"Removed {Words.Count(over.Count, "file")} of imports that are over");
        return said.Count == 0 ? null : string.Join(". ", said);
    }

    /// <summary>Of one that was undone it stays known what it had changed, and what was kept.</summary>
    private Task RemoveAsync(Import import, CancellationToken cancel) => import.State == ImportState.Discarded
        ? db.DropAsync(files, import, cancel)
        : files.RemoveAsync(db.Files.Where(f => f.Id == import.FileId), cancel);
}
