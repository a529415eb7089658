using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Imports;

/// <summary>One import, whatever its state: how far it has come, the preview, or what it did.</summary>
[Allow(Permission.ImportStaff)]
public sealed class ImportModel(ImportView view, ImportRowList list, Viewer viewer) : ImportPageModel(view, viewer)
{
    [FromQuery] public ImportVerdict? Show { get; set; }
    [FromQuery] public bool Kept { get; set; }
    [FromQuery] public bool Noted { get; set; }
    [FromQuery(Name = "page")] public int PageNumber { get; set; } = 1;
    public ImportVerdict Shown => Show ?? Import.First;
    public Page<ImportRowList.Row> Rows { get; private set; } = new([], 1, 0);

    public async Task<IActionResult> OnGetAsync(CancellationToken cancel)
    {
        if (Import.State == ImportState.Uploaded) return RedirectToPage("/Imports/Uploading/Columns", new { ImportId });
        if (!Import.IsAtWork) Rows = await list.RunAsync(Viewer, ImportId, new(Shown, Kept, Noted), PageNumber, cancel);
        return Page();
    }
}
