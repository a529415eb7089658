using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Reports.Figures;

namespace Portal.Features.Reports;

/// <summary>
/// Starts a correction of an issued edition: a new revision, as a draft, that says what changed. The issued one stands until the
/// correction is issued.
/// </summary>
public sealed class CorrectEdition(PortalDb db, EditionFigures figures, UkClock clock)
{
    public async Task<Id<Edition>> RunAsync(Viewer viewer, Id<Edition> editionId, string changeNote, CancellationToken cancel)
    {
        viewer.Require(Permission.PrepareEditions);
        var issued = await db.Editions.OfPartnership(viewer).SingleAsync(e => e.Id == editionId, cancel);
        issued.RefuseUnlessIssued();
        if (await db.Editions.AnyAsync(e => e.MeetingId == issued.MeetingId && e.Revision > issued.Revision, cancel))
            throw new Refused("A correction of this report has already been started");

        var body = await db.Bodies.SingleAsync(b => b.Id == issued.BodyId, cancel);
        var previous = await db.Editions.AsNoTracking()
            .Where(e => e.BodyId == issued.BodyId && e.Number < issued.Number && e.State == EditionState.Issued)
            .OrderByDescending(e => e.Number).ThenByDescending(e => e.Revision).FirstOrDefaultAsync(cancel);
        var content = await figures.RunAsync(viewer, body, issued.MeetingOn, issued.CutOffOn, previous, cancel);
        var correction = issued.Correct(viewer, changeNote, content, clock.Today, clock.Now);
        db.Editions.Add(correction);
        await db.SaveAsync(viewer, $"Started a correction of edition {issued.Number}", cancel);
        return correction.Id;
    }
}
