using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Imports;

/// <summary>A page about one import.</summary>
public abstract class ImportPageModel(ImportView view, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<Import> ImportId { get; set; }

    /// <summary>The version the person saw, posted back by the form.</summary>
    [BindProperty] public int Seen { get; set; }

    public ImportView.Details Import { get; private set; } = null!;
    protected Viewer Viewer => viewer;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await view.RunAsync(viewer, ImportId, cancel) is not { } import) return false;
        Import = import;
        return true;
    }

    protected IActionResult ToImport() => RedirectToPage("Import", new { ImportId });
}
