using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>Issues what a person has approved when its day has come and its meeting is still on that day.</summary>
public sealed class IssueEditionsJob(PortalDb db, IssueEdition issue, UkClock clock)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var today = clock.Today;
        var due = await db.Editions.AsNoTracking()
            .Where(e => e.State == EditionState.Approved && e.IssueOn <= today)
            .Where(e => db.Meetings.Any(m => m.Id == e.MeetingId && m.CancelledOn == null && m.Day == e.MeetingOn))
            .Select(e => new { e.PartnershipId, e.Id }).ToListAsync(cancel);
        var issued = 0;
        foreach (var edition in due)
            if (await issue.RunAsync(Viewer.System(edition.PartnershipId), edition.Id, cancel)) issued++;
        return issued == 0 ? null : $"Issued {Words.Count(issued, "edition")}";
    }
}
