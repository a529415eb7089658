using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Framework.Drafting;

namespace Portal.Features.Framework;

/// <summary>Throws a draft away, with the job roles that it had added. A published version is never thrown away.</summary>
public sealed class DiscardDraft(PortalDb db)
{
    public async Task RunAsync(Viewer viewer, Id<Domain.Framework> frameworkId, int version, CancellationToken cancel)
    {
        var draft = await db.DraftAsync(viewer, frameworkId, cancel);
        Refused.IfStale(draft, version);
        if (draft.State != FrameworkState.Draft) throw new Refused("A published framework does not change. Start a new draft instead");
        var added = await db.AddedBy(draft).ToListAsync(cancel);
        db.Frameworks.Remove(draft);
        db.JobRoles.RemoveRange(added);
        await db.SaveAsync(viewer, $"Discarded the draft of version {draft.Number} of the framework", cancel);
    }
}
