using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Staff.Training;

/// <summary>Who decides on each of a person's records that wait for a second person, by name, for those who see the record.</summary>
public sealed class WhatWaits(PortalDb db, UkClock clock)
{
    public async Task<IReadOnlyDictionary<Id<TrainingRecord>, string>> RunAsync(
        Viewer viewer, Id<StaffMember> staffId, CancellationToken cancel)
    {
        var visible = db.Staff.VisibleTo(viewer, db, clock.Today);
        var waiting = await db.TrainingRecords
            .Where(r => r.StaffId == staffId && r.State == RecordState.Unverified && visible.Any(s => s.Id == r.StaffId))
            .Select(r => new { r.Id, r.AgencyId, r.RecordedBy }).ToListAsync(cancel);
        if (waiting.Count == 0) return new Dictionary<Id<TrainingRecord>, string>();
        var who = await WhoDecides.OfAsync(db, viewer, [staffId], clock.Today, cancel);
        return waiting.ToDictionary(r => r.Id, r => WhoDecides.Named(who.Of(r.AgencyId, staffId, r.RecordedBy)));
    }
}
