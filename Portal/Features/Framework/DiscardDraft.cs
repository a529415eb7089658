using Portal.Data;

namespace Portal.Features.Framework;

/// <summary>Throws a draft away. A published version is never thrown away.</summary>
public sealed class DiscardDraft(PortalDb db)
{
    public async Task RunAsync(Viewer viewer, Id<Domain.Framework> frameworkId, int version, CancellationToken cancel)
    {
        var draft = await db.DraftAsync(viewer, frameworkId, cancel);
        Refused.IfStale(draft, version);
        if (draft.State != FrameworkState.Draft) throw new Refused("A published framework does not change. Start a new draft instead");
        db.Frameworks.Remove(draft);
        await db.SaveAsync(viewer, $"Discarded the draft of version {draft.Number} of the framework", cancel);
    }
}
