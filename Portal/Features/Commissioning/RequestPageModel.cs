using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Commissioning;

/// <summary>A page about one request: finds it, or answers 404, before any handler runs.</summary>
public abstract class RequestPageModel(RequestView view, Viewer viewer) : LoadedPageModel<RequestView.Details>
{
    [FromRoute] public Id<CommissioningRequest> RequestId { get; set; }

    /// <summary>The version of the row that the person saw, posted back by the form.</summary>
    [BindProperty] public int Seen { get; set; }
    public RequestView.Details Details => Loaded;
    public CommissioningRequest Asked => Details.Request;
    public Viewer Viewer => viewer;

    /// <summary>Whether someone reads it who may not: what is not found is a 404.</summary>
    protected virtual bool IsFor(RequestView.Details details) => details.IsFull;

    protected override async Task<RequestView.Details?> FindAsync(CancellationToken cancel) =>
        await view.RunAsync(viewer, RequestId, cancel) is { } found && IsFor(found) ? found : null;

    protected sealed override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (HttpMethods.IsGet(Request.Method)) Seen = Details.Request.Version;
        return await PrepareAsync(cancel);
    }

    /// <summary>Loads what else the page shows; false answers 404.</summary>
    protected virtual Task<bool> PrepareAsync(CancellationToken cancel) => Task.FromResult(true);

    protected RedirectToPageResult Back(string sentence)
    {
        TempData.Notify(sentence);
        return RedirectToPage("/Commissioning/Request", new { RequestId });
    }
}

/// <summary>A page on which its own agency writes a request, or a part of it.</summary>
/// <param name="part">Open also to a colleague to whom it is shared out; null for what its leads alone do.</param>
public abstract class RequestPartModel(RequestView view, Viewer viewer, RequestPart? part = null) : RequestPageModel(view, viewer)
{
    protected override bool IsFor(RequestView.Details details) => part is { } one ? details.Parts.Contains(one) : details.MayWrite;
}
