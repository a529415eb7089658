using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>One edition as a person may read it: an agency's people see their own entry and the figures, never another agency's entry.</summary>
public sealed class EditionView(PortalDb db, UkClock clock)
{
    public sealed record Details(Edition Edition, EditionContent Content, EditionRecipient? MyCopy, Id<Edition>? ReplacedBy);

    public async Task<Details?> RunAsync(Viewer viewer, Id<Edition> editionId, CancellationToken cancel)
    {
        var edition = await db.Editions.VisibleTo(viewer).SingleOrDefaultAsync(e => e.Id == editionId, cancel);
        if (edition is null) return null;
        var mine = await db.EditionRecipients.SingleOrDefaultAsync(r => r.EditionId == editionId && r.UserId == viewer.UserId, cancel);
        if (mine is { ReadAt: null })
        {
            mine.Read(clock.Now);
            await db.SaveAsync(viewer, $"Opened edition {edition.Number} of the noncompliance report", cancel);
        }
        var newer = edition.State != EditionState.Superseded ? null : await db.Editions
            .Where(e => e.MeetingId == edition.MeetingId && e.State == EditionState.Issued).Select(e => (Id<Edition>?)e.Id).FirstOrDefaultAsync(cancel);
        return new(edition, edition.Read().For(viewer), mine, newer);
    }
}
