using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff;

/// <summary>A second person verifies a record, or does not accept it and says why. Refused to whoever entered it and to the person it is about.</summary>
public sealed class DecideRecord(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<TrainingRecord> recordId, bool accept, string? reason, int version, CancellationToken cancel)
    {
        var visible = db.Staff.VisibleTo(viewer, db, clock.Today, Permission.VerifyTraining);
        var record = await db.TrainingRecords.OfPartnership(viewer).Where(r => r.Id == recordId && visible.Any(s => s.Id == r.StaffId))
            .OneOrRefuseAsync("This record is no longer within your reach", null, cancel);
        Refused.IfStale(record, version);
        await RefuseOwnAsync(viewer, record, cancel);
        if (accept) await VerifyAsync(viewer, record, cancel);
        else record.Reject(viewer.UserId, reason, clock.Today);
        await db.SaveAsync(viewer, accept ? "Verified a training record" : "Did not accept a training record", cancel);
    }

    private async Task VerifyAsync(Viewer viewer, TrainingRecord record, CancellationToken cancel)
    {
        record.Verify(viewer.UserId, clock.Today);
        if (record.CorrectsId is { } corrects) (await db.TrainingRecords.SingleAsync(r => r.Id == corrects, cancel)).Replace();
    }

    // Someone may hold several roles: the record is theirs in whichever of them they act.
    private async Task RefuseOwnAsync(Viewer viewer, TrainingRecord record, CancellationToken cancel)
    {
        if (await db.Memberships.AnyAsync(m => m.UserId == viewer.UserId && m.StaffId == record.StaffId, cancel))
            throw new Refused("Someone else must decide on your own training");
    }
}
