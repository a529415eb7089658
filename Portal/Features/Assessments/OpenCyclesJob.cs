using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Assessments;

/// <summary>Opens the planned cycles whose day has come.</summary>
public sealed class OpenCyclesJob(PortalDb db, OpenCycle open, UkClock clock)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var (today, now) = (clock.Today, clock.Now);
        var due = await db.Cycles.AsNoTracking().Where(c => c.OpenedAt == null && c.OpensOn <= today && c.DueAt > now)
            .Where(c => db.Agencies.Any(a => a.PhaseId == c.PhaseId && (a.ClosedOn == null || a.ClosedOn > today)))
            .Select(c => new { c.PartnershipId, c.Id }).ToListAsync(cancel);
        foreach (var cycle in due) await open.RunAsync(Viewer.System(cycle.PartnershipId), cycle.Id, cancel);
        return due.Count == 0 ? null : $"Opened {EditionSentences.Count(due.Count, "cycle", "cycles")}";
    }
}
