using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Standards.Drafts;

/// <summary>A page about the draft of a standard's next version.</summary>
public abstract class DraftPageModel(StandardDraft drafts, Viewer viewer) : LoadedPageModel
{
    [FromRoute] public string StandardCode { get; set; } = "";

    /// <summary>The version of the draft that the person saw, posted back by the form.</summary>
    [BindProperty] public int Seen { get; set; }
    public StandardDraft.Details Details { get; private set; } = null!;
    public Standard Draft => Details.Draft;
    protected Viewer Viewer => viewer;

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (await drafts.RunAsync(viewer, StandardCode, cancel) is not { } details) return false;
        Details = details;
        if (HttpMethods.IsGet(Request.Method)) Seen = Draft.Version;
        return true;
    }
}
