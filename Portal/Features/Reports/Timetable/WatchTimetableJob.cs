using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Reports.Timetable;

/// <summary>Tells commissioners, once for each cause, when a report is late for approval or no meeting is set within 120 days.</summary>
public sealed class WatchTimetableJob(PortalDb db, UkClock clock)
{
    private const int MeetingWithinDays = 120;

    public Task<string?> RunAsync(CancellationToken cancel) =>
        db.WarnEachPartnershipAsync(viewer => TellAsync(viewer, clock.Today, cancel), cancel);

    private async Task<int> TellAsync(Viewer viewer, DateOnly today, CancellationToken cancel)
    {
        var late = (await db.Editions.AsNoTracking().OfPartnership(viewer)
            .Where(e => e.State == EditionState.Draft && e.Revision == 1 && e.MeetingOn >= today)
            .Where(e => db.Meetings.Any(m => m.Id == e.MeetingId && m.CancelledOn == null)).ToListAsync(cancel))
            .Where(e => new EditionTimetable(e.MeetingOn).ApproveBy < today).ToList();
        var latest = today.AddDays(MeetingWithinDays);
        var unplanned = await db.Bodies.AsNoTracking().OfPartnership(viewer).Where(b => b.Kind == BodyKind.Partnership)
            .Where(b => !db.Meetings.Any(m => m.BodyId == b.Id && m.CancelledOn == null && m.Day >= today && m.Day <= latest))
            .ToListAsync(cancel);
        if (late.Count + unplanned.Count == 0) return 0;

        var commissioners = await db.CommissionersAsync(viewer, today, cancel);
        return await db.TellOnceAsync(viewer,
            [
                .. late.SelectMany(e => commissioners.Select(to => new EditionLateMail(to, e))),
                .. unplanned.SelectMany(b => commissioners.Select(to => new NoMeetingMail(to, b, today, MeetingWithinDays))),
            ], "Warned of the report timetable", cancel);
    }
}
