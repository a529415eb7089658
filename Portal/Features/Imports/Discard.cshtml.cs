using Microsoft.AspNetCore.Mvc;
using Portal.Security;
using Portal.Web;

namespace Portal.Features.Imports;

[Allow(Permission.ImportStaff)]
public sealed class DiscardModel(ImportView view, DiscardImport discard, Viewer viewer) : ImportPageModel(view, viewer)
{
    public void OnGet() => Seen = Import.Version;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await discard.RunAsync(Viewer, ImportId, Seen, cancel);
        TempData.Notify("File discarded. Nothing was changed");
        return RedirectToPage("Index");
    }
}
