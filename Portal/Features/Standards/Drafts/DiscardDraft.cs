using Portal.Data;

namespace Portal.Features.Standards.Drafts;

/// <summary>Throws a draft away. A published version is never thrown away.</summary>
public sealed class DiscardDraft(PortalDb db)
{
    public async Task RunAsync(Viewer viewer, string code, int seen, CancellationToken cancel)
    {
        var draft = await db.StandardDraftAsync(viewer, code, seen, cancel);
        db.Standards.Remove(draft);
        await db.SaveAsync(viewer, $"Discarded the draft of version {draft.Number} of the standard {draft.Code}", cancel);
    }
}
