using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>
/// One edition as a person may read it: an agency's people see their own entry and the figures, never another agency's entry.
/// </summary>
public sealed class EditionView(PortalDb db, AcknowledgingRole acknowledging)
{
    /// <param name="MyCopy">What was sent to this person; null when nothing was.</param>
    /// <param name="AcknowledgeAs">Another of their roles in which they may acknowledge it, when they have to and may not now.</param>
    public sealed record Details(
        Edition Edition, EditionContent Content, EditionRecipient? MyCopy, AcknowledgingRole.Row? AcknowledgeAs, Id<Edition>? ReplacedBy)
    {
        /// <summary>Sent to this person, and not acknowledged yet.</summary>
        public bool IsAsked => MyCopy is { AcknowledgedAt: null } && Edition.State == EditionState.Issued;
    }

    public async Task<Details?> RunAsync(Viewer viewer, Id<Edition> editionId, CancellationToken cancel)
    {
        var edition = await db.Editions.AsNoTracking().VisibleTo(viewer).SingleOrDefaultAsync(e => e.Id == editionId, cancel);
        if (edition is null) return null;
        var mine = await db.EditionRecipients.AsNoTracking()
            .SingleOrDefaultAsync(r => r.EditionId == editionId && r.UserId == viewer.UserId, cancel);
        var newer = edition.State != EditionState.Superseded ? null : await db.Editions
            .Where(e => e.MeetingId == edition.MeetingId && e.State == EditionState.Issued).Select(e => (Id<Edition>?)e.Id)
            .FirstOrDefaultAsync(cancel);
        // Editions from before the resolution was the partnership's to say all state the one it had then, which it has still.
        var content = edition.Read().For(viewer);
        if (content.Resolution is null)
            content = content with
            {
                Resolution = await db.Partnerships.Where(p => p.Id == edition.PartnershipId).Select(p => p.Resolution).SingleAsync(cancel)
            };
        var details = new Details(edition, content, mine, null, newer);
        return details.IsAsked ? details with { AcknowledgeAs = await acknowledging.RunAsync(viewer, cancel) } : details;
    }
}
