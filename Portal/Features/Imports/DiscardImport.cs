using Portal.Data;

namespace Portal.Features.Imports;

/// <summary>Drops an import that was not applied, and the personal data it staged with it.</summary>
public sealed class DiscardImport(PortalDb db)
{
    public async Task RunAsync(Viewer viewer, Id<Import> importId, int seen, CancellationToken cancel)
    {
        var import = await db.ForChangeAsync(viewer, importId, seen, cancel);
        import.Discard();
        await db.TransactAsync(viewer, "Discarded an import", () => db.DropRowsAsync(import, cancel), cancel);
    }
}
