using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Reports;

/// <summary>A page about one edition.</summary>
public abstract class EditionPageModel(EditionView view, Viewer viewer) : LoadedPageModel<EditionView.Details>
{
    [FromRoute] public Id<Edition> EditionId { get; set; }
    public EditionView.Details Details => Loaded;
    public Edition Edition => Details.Edition;
    protected Viewer Viewer => viewer;

    /// <summary>Its recommendations with what was decided on each, for those who prepare it.</summary>
    protected IReadOnlyList<Recommendation> Points => Details.Content.Points ?? [];

    protected override Task<EditionView.Details?> FindAsync(CancellationToken cancel) => view.RunAsync(viewer, EditionId, cancel);

    protected IActionResult BackToEdition() => RedirectToPage("/Reports/Edition", new { EditionId });
}
