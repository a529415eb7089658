using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Returns;

namespace Portal.Features.Returns.Opening;

/// <summary>
/// Opens the planned cycles whose day has come, and asks the agencies that have joined the phase of an open one since. After
/// the due hour nobody is asked any more: their return would be late on the day they hear of it.
/// </summary>
public sealed class OpenCyclesJob(PortalDb db, AskForReturns ask, UkClock clock)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var (today, now) = (clock.Today, clock.Now);
        var current = await db.Cycles.AsNoTracking().Where(c => c.DueAt > now && (c.OpenedAt != null || c.OpensOn <= today))
            .Select(c => new { c.PartnershipId, c.Id, c.PhaseId, c.Title, IsOpen = c.OpenedAt != null }).ToListAsync(cancel);
        var (opened, joined) = (0, 0);
        foreach (var cycle in current)
        {
            if (!await db.NotAsked(cycle.Id, cycle.PhaseId, today).AnyAsync(cancel)) continue;
            var asked = await ask.RunAsync(
                Viewer.System(cycle.PartnershipId), cycle.Id,
                cycle.IsOpen ? $"Asked agencies that joined for a return in “{cycle.Title}”" : $"Opened the cycle “{cycle.Title}”", cancel);
            if (cycle.IsOpen) joined += asked;
            else if (asked > 0) opened++;
        }
        List<string> did = [];
        if (opened > 0) did.Add($"Opened {Words.Count(opened, "cycle")}");
        if (joined > 0) did.Add($"Asked {Words.Count(joined, "agency that has joined", "agencies that have joined")} a phase");
        return did.Count == 0 ? null : string.Join(". ", did);
    }
}
