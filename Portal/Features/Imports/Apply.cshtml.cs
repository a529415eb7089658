using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Imports;

[Allow(Permission.ImportStaff)]
public sealed class ApplyModel(ImportView view, AgreeImport agree, Viewer viewer) : ImportPageModel(view, viewer)
{
    /// <summary>The number of leavers, typed, when there are many.</summary>
    [BindProperty] public string? Leavers { get; set; }
    public int Leaving => Import.Counts[ImportVerdict.Leaver];

    public IActionResult OnGet()
    {
        Seen = Import.Version;
        return Import.State == ImportState.Ready ? Page() : ToImport();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await agree.RunAsync(Viewer, ImportId, Seen, Leavers, cancel);
        return ToImport();
    }
}
