using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Standards.Drafts;

/// <summary>
/// Publishes a draft with its first day, never one in the past. From then on it does not change; results keep the version
/// that judged them.
/// </summary>
public sealed class PublishDraft(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, string code, DateOnly from, int seen, CancellationToken cancel)
    {
        var draft = await db.StandardDraftAsync(viewer, code, seen, cancel);
        FirstDay.RefuseUnlessAhead(from, clock.Today);
        draft.Publish(from, await db.Standards.OfPartnership(viewer).Where(s => s.Code == code).MaxAsync(s => s.EffectiveFrom, cancel));
        await db.SaveAsync(viewer, $"Published version {draft.Number} of the standard {draft.Code}", cancel);
    }
}
