using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Hubs;

namespace Portal.Features.Cycles;

/// <summary>Phases that have begun and for whose agencies no cycle is planned or open.</summary>
public sealed class CycleTasks(PortalDb db, UkClock clock) : ITasks
{
    public int Order => 80;
    public Permission? Needs => Permission.ManageCycles;

    public async Task<IReadOnlyList<HomeTask>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var today = clock.Today;
        var (agencies, cycles) = (db.Agencies.OpenOn(today), db.Cycles.Where(c => c.EndsOn >= today));
        var without = await db.Phases.OfPartnership(viewer)
            .Where(p => p.StartsOn <= today && !cycles.Any(c => c.PhaseId == p.Id) && agencies.Any(a => a.PhaseId == p.Id))
            .OrderBy(p => p.Number).Select(p => p.Number).ToListAsync(cancel);
        return [.. without.Select(phase => new HomeTask($"Plan a cycle of returns for phase {phase}", "/Cycles/Plan", null,
            "No cycle is planned or open for its agencies"))];
    }
}
