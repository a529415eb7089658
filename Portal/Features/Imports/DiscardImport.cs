using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Imports;

/// <summary>Drops an import that was not applied, with its file and all that was read from it. That there was one stays known.</summary>
public sealed class DiscardImport(PortalDb db, FileStore files)
{
    public async Task RunAsync(Viewer viewer, Id<Import> importId, int seen, CancellationToken cancel)
    {
        var import = await db.ForChangeAsync(viewer, importId, seen, cancel);
        import.Discard();
        await db.TransactAsync(viewer, "Discarded an import", () => db.DropAsync(files, import, cancel), cancel);
    }
}
