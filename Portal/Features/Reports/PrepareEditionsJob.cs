using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>
/// Prepares the draft of every meeting whose draft day has come, and takes an unissued one along when its meeting has moved.
/// </summary>
public sealed class PrepareEditionsJob(PortalDb db, PrepareEdition prepare, UkClock clock)
{
    /// <summary>No meeting further ahead than this can have reached its draft day: 22 working days is at most seven weeks.</summary>
    private const int HorizonDays = 49;

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var candidates = await db.Meetings.AsNoTracking()
            .Where(m => m.CancelledOn == null && m.Day >= today && m.Day <= today.AddDays(HorizonDays))
            .Where(m => db.Bodies.Any(b => b.Id == m.BodyId && b.Kind == BodyKind.Partnership))
            .Where(m => !db.Editions.Any(e => e.MeetingId == m.Id && e.State != EditionState.Draft && e.State != EditionState.Approved))
            .Select(m => new
            {
                m.Id, m.PartnershipId, m.Day, CutOffOn = db.Editions.Where(e => e.MeetingId == m.Id && e.Revision == 1)
                    .Select(e => (DateOnly?)e.CutOffOn).FirstOrDefault()
            })
            .OrderBy(m => m.Day).ThenBy(m => m.Id).ToListAsync(cancel);
        // What was prepared for another day of the meeting has the figures of another day.
        var due = candidates.Where(m => new EditionTimetable(m.Day) is var timetable
            && timetable.DraftOn <= today && m.CutOffOn != timetable.CutOffOn).ToList();
        foreach (var meeting in due)
            await prepare.RunAsync(Viewer.System(meeting.PartnershipId), meeting.Id, cancel);
        return due.Count == 0 ? null : $"Prepared {Words.Count(due.Count, "draft")}";
    }
}
