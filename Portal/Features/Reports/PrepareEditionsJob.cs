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
            .OrderBy(m => m.Day).ThenBy(m => m.Id).ToListAsync(cancel);
        var drawn = candidates.Where(m => new EditionTimetable(m.Day).DraftOn <= today).ToList();
        var meetings = drawn.ConvertAll(m => m.Id);
        var prepared = (await db.Editions.AsNoTracking().Where(e => meetings.Contains(e.MeetingId) && e.Revision == 1).ToListAsync(cancel))
            .ToDictionary(e => e.MeetingId);
        var due = drawn.FindAll(m => !prepared.TryGetValue(m.Id, out var edition) || edition.LagsBehind(m.Day));
        foreach (var meeting in due)
            await prepare.RunAsync(Viewer.System(meeting.PartnershipId), meeting.Id, cancel);
        return due.Count == 0 ? null : $"Prepared {Words.Count(due.Count, "draft")}";
    }
}
