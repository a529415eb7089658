using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Framework;

/// <summary>
/// Publishes a draft with its first day. From then on it never changes; the version before it stays for
/// the days it was in force.
/// </summary>
public sealed class PublishDraft(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Domain.Framework> frameworkId, DateOnly from, int version, CancellationToken cancel)
    {
        var draft = await db.DraftAsync(viewer, frameworkId, cancel);
        Refused.IfStale(draft, version);
        FirstDay.RefuseUnlessAhead(from, clock.Today);
        var previous = await db.Frameworks.OfPartnership(viewer).Where(f => f.Code == draft.Code && f.Id != draft.Id)
            .MaxAsync(f => f.EffectiveFrom, cancel);
        draft.Publish(from, previous);
        await db.SaveAsync(viewer, $"Published version {draft.Number} of the framework", cancel);
    }
}
