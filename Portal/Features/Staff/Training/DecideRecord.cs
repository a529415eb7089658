using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Training;

/// <summary>
/// A second person verifies a record, or does not accept it and says why. Refused to whoever entered it, to the person it is
/// about, and to an agency for which it was not recorded.
/// </summary>
public sealed class DecideRecord(PortalDb db, UkClock clock)
{
    public async Task RunAsync(
        Viewer viewer, Id<TrainingRecord> recordId, bool accept, string? reason, int version, CancellationToken cancel)
    {
        var record = await db.TrainingRecords.ToDecideBy(viewer, db, clock.Today).Where(r => r.Id == recordId)
            .OneOrRefuseAsync(WhoDecides.NotYours, null, cancel);
        Refused.IfStale(record, version);
        WhoDecides.RefuseOwn(record, await db.OwnStaffAsync(viewer.PartnershipId, cancel, viewer.UserId));
        if (accept)
            record.Verify(viewer.UserId, clock.Today, record.CorrectsId is { } corrects
                ? await db.TrainingRecords.SingleAsync(r => r.Id == corrects, cancel) : null);
        else
        {
            record.Reject(viewer.UserId, reason, clock.Today);
            await TellAsync(viewer, record, cancel);
        }
        await db.SaveAsync(viewer, accept ? "Verified a training record" : "Did not accept a training record", cancel);
    }

    /// <summary>Tells whoever entered it; where only their place on the staff list is known, the person it is about.</summary>
    private async Task TellAsync(Viewer viewer, TrainingRecord record, CancellationToken cancel)
    {
        var about = await db.Staff.Where(s => s.Id == record.StaffId).Select(s => new { s.Name, s.Email }).SingleAsync(cancel);
        var by = await db.Users.Where(u => u.Id == record.RecordedBy && db.Memberships.CurrentOn(db, clock.Today)
                .Any(m => m.UserId == u.Id && (m.AgencyId == record.AgencyId || m.AgencyId == null)))
            .Select(u => new { u.Name, u.Email }).SingleOrDefaultAsync(cancel);
        var isOwn = record.Source == RecordSource.Claim;
        if ((by ?? (isOwn ? about : null)) is { Email: { } email } to)
            db.Enqueue(new RecordNotAcceptedMail(record, viewer.Name, isOwn ? null : about.Name, to.Name, email));
    }
}
