using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Imports;

/// <summary>Discards the files that nobody has agreed to for a fortnight, and the personal data they staged with them.</summary>
public sealed class DiscardAbandonedImportsJob(PortalDb db, UkClock clock)
{
    public const int Days = 14;

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var before = clock.Now.AddDays(-Days);
        var abandoned = await db.Imports.Where(i => (i.State == ImportState.Uploaded || i.State == ImportState.Ready) && i.UploadedAt < before).ToListAsync(cancel);
        foreach (var import in abandoned)
        {
            import.Discard();
            await db.TransactAsync(Viewer.System(import.PartnershipId), "Discarded an import that nobody had agreed to", () => db.DropRowsAsync(import, cancel), cancel);
        }
        return abandoned.Count == 0 ? null : $"Discarded {abandoned.Count} {(abandoned.Count == 1 ? "file" : "files")} that nobody had agreed to for {Days} days";
    }
}
