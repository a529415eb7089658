using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Reports;

/// <summary>A page about one edition.</summary>
public abstract class EditionPageModel(EditionView view, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public Id<Edition> EditionId { get; set; }
    public EditionView.Details Details { get; private set; } = null!;
    public Edition Edition => Details.Edition;
    protected Viewer Viewer => viewer;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await view.RunAsync(viewer, EditionId, cancel) is not { } details) return false;
        Details = details;
        return true;
    }

    protected IActionResult BackToEdition() => RedirectToPage("Edition", new { EditionId });
}
