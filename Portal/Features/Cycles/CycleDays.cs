using Microsoft.EntityFrameworkCore;
using Portal.Components;
using Portal.Data;
using Portal.Features.Returns;

namespace Portal.Features.Cycles;

/// <summary>Refuses days that a cycle of a phase cannot have, and finds the framework in force on the cut-off day.</summary>
public sealed class CycleDays(PortalDb db, UkClock clock)
{
    /// <param name="own">The cycle that is changed; null for a new one.</param>
    public async Task<Id<Domain.Framework>> RunAsync(Phase phase, PlanCycle.Entry entry, Cycle? own, CancellationToken cancel)
    {
        if (entry.OpensOn < clock.Today && entry.OpensOn != own?.OpensOn)
            throw new Refused("The opening must be today or later", nameof(entry.OpensOn));
        Cycle.Check(entry.OpensOn, entry.CutOffOn, entry.DueAt, entry.EndsOn);
        var ownId = own?.Id;
        var other = await db.Cycles.AsNoTracking()
            .Where(c => c.PhaseId == phase.Id && c.Id != ownId && c.OpensOn <= entry.EndsOn && c.EndsOn >= entry.OpensOn)
            .OrderByDescending(c => c.EndsOn).FirstOrDefaultAsync(cancel);
        if (other is not null)
            throw other.OpensOn > entry.OpensOn
                ? new Refused(
                    $"“{other.Title}” of phase {phase.Number} opens on {other.OpensOn.Words()}. This one must end before it",
                    nameof(entry.EndsOn))
                : new Refused(
                    $"“{other.Title}” of phase {phase.Number} runs until {other.EndsOn.Words()}. Open this one after it",
                    nameof(entry.OpensOn));
        return (await db.FrameworkInForceAsync(phase.PartnershipId, entry.CutOffOn, cancel)
            ?? throw new Refused("No framework is in force on the cut-off day", nameof(entry.CutOffOn))).Id;
    }
}
