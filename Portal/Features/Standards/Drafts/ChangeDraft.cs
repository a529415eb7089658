using Portal.Data;

namespace Portal.Features.Standards.Drafts;

/// <summary>Writes what a draft says. Nobody is judged by it until it is published.</summary>
public sealed class ChangeDraft(PortalDb db)
{
    /// <param name="seen">The version of the draft that the form showed.</param>
    public async Task RunAsync(Viewer viewer, string code, StandardTerms terms, int seen, CancellationToken cancel)
    {
        var draft = await db.StandardDraftAsync(viewer, code, seen, cancel);
        draft.Say(terms);
        await db.SaveAsync(viewer, $"Changed the draft of version {draft.Number} of the standard {draft.Code}", cancel);
    }
}
