using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Imports;

/// <summary>A page about one import.</summary>
public abstract class ImportPageModel(ImportView view, Viewer viewer) : LoadedPageModel<ImportView.Details>
{
    [FromRoute] public Id<Import> ImportId { get; set; }

    /// <summary>The version the person saw, posted back by the form.</summary>
    [BindProperty] public int Seen { get; set; }

    public ImportView.Details Import => Loaded;
    protected Viewer Viewer => viewer;

    protected override Task<ImportView.Details?> FindAsync(CancellationToken cancel) => view.RunAsync(viewer, ImportId, cancel);

    protected IActionResult ToImport() => RedirectToPage("/Imports/Import", new { ImportId });
}
