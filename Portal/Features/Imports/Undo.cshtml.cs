using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Imports;

[Allow(Permission.ImportStaff)]
public sealed class UndoModel(ImportView view, UndoImport undo, Viewer viewer) : ImportPageModel(view, viewer)
{
    public void OnGet() => Seen = Import.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await undo.RunAsync(Viewer, ImportId, Seen, cancel);
        return ToImport();
    }
}
