using Microsoft.AspNetCore.Mvc;
using Portal.Web;

namespace Portal.Features.Standards.Drafts;

/// <summary>A page about the draft of a standard's next version.</summary>
public abstract class DraftPageModel(StandardDraft drafts, Viewer viewer) : LoadedPageModel<StandardDraft.Details>
{
    [FromRoute] public string StandardCode { get; set; } = "";

    /// <summary>The version of the draft that the person saw, posted back by the form.</summary>
    [BindProperty] public int Seen { get; set; }
    public StandardDraft.Details Details => Loaded;
    public Standard Draft => Details.Draft;
    protected Viewer Viewer => viewer;

    protected override Task<StandardDraft.Details?> FindAsync(CancellationToken cancel) => drafts.RunAsync(viewer, StandardCode, cancel);

    protected override async Task<bool> LoadAsync(CancellationToken cancel)
    {
        if (!await base.LoadAsync(cancel)) return false;
        if (HttpMethods.IsGet(Request.Method)) Seen = Draft.Version;
        return true;
    }
}
