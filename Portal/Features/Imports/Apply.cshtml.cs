using Microsoft.AspNetCore.Mvc;
using Portal.Security;

namespace Portal.Features.Imports;

[Allow(Permission.ImportStaff)]
public sealed class ApplyModel(ImportView view, AgreeImport agree, Viewer viewer) : ImportPageModel(view, viewer)
{
    /// <summary>The number of leavers, typed, when there are many.</summary>
    [BindProperty] public string? Leavers { get; set; }

    /// <summary>The number of new people, typed, when there are many.</summary>
    [BindProperty] public string? Newcomers { get; set; }

    /// <summary>Whether a list with refused rows is complete.</summary>
    [BindProperty] public bool? IsComplete { get; set; }
    public int Leaving => Import.Counts[ImportVerdict.Leaver];

    public IActionResult OnGet()
    {
        Seen = Import.Version;
        return Import.State == ImportState.Ready ? Page() : ToImport();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancel)
    {
        await agree.RunAsync(Viewer, ImportId, Seen, new(Leavers, Newcomers, IsComplete), cancel);
        return ToImport();
    }
}
