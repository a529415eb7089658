using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>Notes that a recipient has opened an edition to read it: once, at the first time.</summary>
public sealed class OpenEdition(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Edition edition, CancellationToken cancel)
    {
        var mine = await db.EditionRecipients.OfPartnership(viewer)
            .SingleOrDefaultAsync(r => r.EditionId == edition.Id && r.UserId == viewer.UserId && r.ReadAt == null, cancel);
        if (mine is null) return;
        mine.Read(clock.Now);
        await db.SaveAsync(viewer, $"Opened edition {edition.Number} of the noncompliance report", cancel);
    }
}
