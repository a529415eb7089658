using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Timetable;

/// <summary>Tells commissioners, once for each cause, when a report is late for approval or no meeting is set within 120 days.</summary>
public sealed class WatchTimetableJob(PortalDb db, UkClock clock)
{
    private const int MeetingWithinDays = 120;

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var told = 0;
        foreach (var partnership in await db.Partnerships.AsNoTracking().ToListAsync(cancel))
            told += await TellAsync(Viewer.System(partnership.Id), cancel);
        return told == 0 ? null : $"Sent {Words.Count(told, "warning")}";
    }

    private async Task<int> TellAsync(Viewer viewer, CancellationToken cancel)
    {
        var today = clock.Today;
        var late = (await db.Editions.AsNoTracking().OfPartnership(viewer)
            .Where(e => e.State == EditionState.Draft && e.Revision == 1 && e.MeetingOn >= today)
            .Where(e => db.Meetings.Any(m => m.Id == e.MeetingId && m.CancelledOn == null)).ToListAsync(cancel))
            .Where(e => new EditionTimetable(e.MeetingOn).ApproveBy < today)
            .Select(e => (Key: $"late/{e.Id}/{e.MeetingOn:O}", Sentence: $"Edition {e.Number} of the noncompliance report was due for approval "
                + $"by {Words.Day(new EditionTimetable(e.MeetingOn).ApproveBy)}. The meeting is on {Words.Day(e.MeetingOn)}."));
        var unplanned = (await db.Bodies.AsNoTracking().OfPartnership(viewer).Where(b => b.Kind == BodyKind.Partnership)
            .Where(b => !db.Meetings.Any(m => m.BodyId == b.Id && m.CancelledOn == null && m.Day >= today && m.Day <= today.AddDays(MeetingWithinDays))).ToListAsync(cancel))
            .Select(b => (Key: $"unplanned/{b.Id}/{today.ToString("yyyy-MM", CultureInfo.InvariantCulture)}",
                Sentence: $"No meeting of {b.Name} is set within the next {MeetingWithinDays} days, so no report can be planned. "
                + "Add the next meeting to the calendar."));
        var sentences = late.Concat(unplanned).ToList();
        if (sentences.Count == 0) return 0;

        var commissioners = await db.Memberships.OfPartnership(viewer).CurrentOn(db, today).Where(m => m.Role == Role.Commissioner)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Name, u.Email }).Distinct().ToListAsync(cancel);
        var mails = from sentence in sentences
                    from person in commissioners
                    where person.Email is not null
                    select new TimetableMail(sentence.Sentence, person.Name, person.Email, $"{sentence.Key}/{person.Email}");
        var keys = mails.Select(m => m.Key).ToList();
        var sent = await db.Outbox.Where(m => m.PartnershipId == viewer.PartnershipId && keys.Contains(m.Key)).Select(m => m.Key).ToListAsync(cancel);
        var fresh = mails.Where(m => !sent.Contains(m.Key)).ToList();
        fresh.ForEach(db.Enqueue);
        if (fresh.Count > 0) await db.SaveAsync(viewer, "Warned of the report timetable", cancel);
        return fresh.Count;
    }
}
