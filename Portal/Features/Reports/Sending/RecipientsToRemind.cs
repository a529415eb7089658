using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Sending;

/// <summary>
/// Recipients of an edition who have not acknowledged it and still can, with their address of today. Who has left since is not written to.
/// </summary>
public sealed class RecipientsToRemind(PortalDb db, EditionAudience audience)
{
    public async Task<IReadOnlyList<EditionAudience.Row>> RunAsync(Viewer viewer, Id<Edition> editionId, CancellationToken cancel)
    {
        var waiting = (await db.EditionRecipients.OfPartnership(viewer).Where(r => r.EditionId == editionId && r.AcknowledgedAt == null)
            .Select(r => r.UserId).ToListAsync(cancel)).ToHashSet();
        return waiting.Count == 0 ? [] : [.. (await audience.RunAsync(viewer, cancel)).Where(p => waiting.Contains(p.Id))];
    }
}
