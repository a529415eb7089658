using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>A recipient says that they have read an issued edition.</summary>
public sealed class AcknowledgeEdition(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Edition> editionId, CancellationToken cancel)
    {
        viewer.Require(Permission.AcknowledgeEditions);
        var recipient = await db.EditionRecipients.OfPartnership(viewer)
            .SingleOrDefaultAsync(r => r.EditionId == editionId && r.UserId == viewer.UserId, cancel)
            ?? throw new Refused("This report was not sent to you, so there is nothing to acknowledge");
        recipient.Acknowledge(clock.Now);
        await db.SaveAsync(viewer, "Acknowledged a noncompliance report", cancel);
    }
}
