using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Returns;

/// <summary>A page about one return: finds it, or answers 404, before any handler runs.</summary>
public abstract class ReturnPageModel(ReturnView view, Viewer viewer) : LoadedPageModel<ReturnView.Details>
{
    [FromRoute] public Id<AgencyReturn> ReturnId { get; set; }

    /// <summary>The version of the row that the person saw, posted back by the form.</summary>
    [BindProperty] public int Seen { get; set; }
    public ReturnView.Details Return => Loaded;
    public Viewer Viewer => viewer;

    protected override Task<ReturnView.Details?> FindAsync(CancellationToken cancel) => view.RunAsync(viewer, ReturnId, cancel);

    protected sealed override async Task<bool> LoadAsync(CancellationToken cancel) =>
        await base.LoadAsync(cancel) && await PrepareAsync(cancel);

    /// <summary>Loads what else the page shows; false answers 404.</summary>
    protected virtual Task<bool> PrepareAsync(CancellationToken cancel) => Task.FromResult(true);

    protected IActionResult To(string page, string sentence)
    {
        TempData.Notify(sentence);
        return RedirectToPage(page, new { ReturnId });
    }
}
