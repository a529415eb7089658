using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Features.Assessments;

/// <summary>Plans a cycle for a phase. It asks the default questions, and counts against the framework in force on its cut-off day.</summary>
public sealed class PlanCycle(PortalDb db, SeedFiles seeds, UkClock clock)
{
    /// <param name="DueAt">UTC.</param>
    public sealed record Entry(string Title, DateOnly OpensOn, DateOnly CutOffOn, DateTime DueAt, DateOnly EndsOn);

    public async Task<Id<Cycle>> RunAsync(Viewer viewer, Id<Phase> phaseId, Entry entry, CancellationToken cancel)
    {
        viewer.Require(Permission.ManageCycles);
        var phase = await db.Phases.OfPartnership(viewer).Where(p => p.Id == phaseId).OneOrRefuseAsync("Select a phase", nameof(phaseId), cancel);
        var framework = await db.FrameworkInForceAsync(viewer.PartnershipId, entry.CutOffOn, cancel) ?? throw new Refused("No framework is in force on the cut-off day", nameof(entry.CutOffOn));
        if (entry.OpensOn < clock.Today) throw new Refused("The opening must be today or later", nameof(entry.OpensOn));
        Cycle.Check(entry.OpensOn, entry.CutOffOn, entry.DueAt, entry.EndsOn);
        if (await db.Cycles.AnyAsync(c => c.PhaseId == phaseId && c.OpensOn <= entry.EndsOn && c.EndsOn >= entry.OpensOn, cancel))
            throw new Refused($"Phase {phase.Number} already has a cycle in these days", nameof(entry.OpensOn));
        var cycle = new Cycle
        {
            PartnershipId = viewer.PartnershipId, PhaseId = phaseId, FrameworkId = framework.Id, Title = entry.Title,
            OpensOn = entry.OpensOn, CutOffOn = entry.CutOffOn, DueAt = entry.DueAt, EndsOn = entry.EndsOn,
        };
        foreach (var (index, question) in seeds.Questions.Index()) cycle.Ask(question.For(cycle.Id, index + 1));
        db.Cycles.Add(cycle);
        await db.SaveAsync(viewer, $"Planned the cycle “{cycle.Title}”", cancel);
        return cycle.Id;
    }
}
