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
        else record.Reject(viewer.UserId, reason, clock.Today);
        await db.SaveAsync(viewer, accept ? "Verified a training record" : "Did not accept a training record", cancel);
    }
}
