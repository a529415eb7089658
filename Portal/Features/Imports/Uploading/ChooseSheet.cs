using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Files;

namespace Portal.Features.Imports.Uploading;

/// <summary>Reads another sheet of the workbook, and proposes what its columns mean.</summary>
public sealed class ChooseSheet(PortalDb db, FileStore files)
{
    public async Task RunAsync(Viewer viewer, Id<Import> importId, int seen, string? sheet, CancellationToken cancel)
    {
        var import = await db.ForChangeAsync(viewer, importId, seen, cancel);
        if (sheet is null) throw new Refused("Select a sheet of the workbook", "Sheet");
        var file = await db.Files.AsNoTracking().Where(f => f.Id == import.FileId)
            .OneOrRefuseAsync("The file of this import is no longer kept", null, cancel);
        await using var content = await files.OpenAsync(file.Hash, cancel);
        await db.ProposeColumnsAsync(import, content, FileKinds.Of(file), sheet, cancel);
        await db.SaveAsync(viewer, "Chose another sheet of a workbook to import", cancel);
    }
}
