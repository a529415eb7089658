using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Timetable;

/// <summary>The next meetings of the partnership's board, the timetable of each report, and how far it has got.</summary>
public sealed class ReportTimetable(PortalDb db, UkClock clock)
{
    public sealed record Row(
        Id<Meeting> MeetingId, string Body, EditionTimetable Timetable, Id<Edition>? EditionId, int? Number, EditionState? State)
    {
        public bool MayPrepare(DateOnly today) => Timetable.CutOffOn <= today && State is null or EditionState.Draft;
        public bool IsLate(DateOnly today) => Timetable.ApproveBy < today && State is null or EditionState.Draft;
    }

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var today = clock.Today;
        return [.. (await db.Meetings.AsNoTracking().OfPartnership(viewer)
            .Where(m => m.CancelledOn == null && m.Day >= today)
            .Join(db.Bodies.Where(b => b.Kind == BodyKind.Partnership), m => m.BodyId, b => b.Id, (m, b) => new { m.Id, m.Day, b.Name })
            .OrderBy(m => m.Day).ThenBy(m => m.Id).Take(8)
            .GroupJoin(db.Editions.Where(e => e.Revision == 1), m => m.Id, e => e.MeetingId, (m, editions) => new { m, editions })
            .SelectMany(
                x => x.editions.DefaultIfEmpty(),
                (x, e) => new
                {
                    x.m.Id, x.m.Day, x.m.Name, EditionId = (Id<Edition>?)e!.Id, Number = (int?)e.Number, State = (EditionState?)e.State
                })
            .ToListAsync(cancel))
            .Select(r => new Row(r.Id, r.Name, new EditionTimetable(r.Day), r.EditionId, r.Number, r.State))];
    }
}
