using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Cycles;

/// <summary>Changes the days and the questions of a cycle that is not open yet.</summary>
public sealed class ChangeCycle(PortalDb db, CycleDays days)
{
    public Task RunAsync(
        Viewer viewer, Id<Cycle> cycleId, PlanCycle.Entry entry, IReadOnlyCollection<Id<CycleQuestion>> asked, int seen,
        CancellationToken cancel) => db.OneAtATimeAsync(viewer, async () =>
    {
        viewer.Require(Permission.ManageCycles);
        var cycle = await db.Cycles.OfPartnership(viewer).Include(c => c.Questions).Where(c => c.Id == cycleId)
            .OneOrRefuseAsync("This cycle is not within your reach", null, cancel);
        Refused.IfStale(cycle, seen);
        cycle.RefuseIfOpen();
        var phase = await db.Phases.SingleAsync(p => p.Id == cycle.PhaseId, cancel);
        var framework = await days.RunAsync(phase, entry, cycle, cancel);
        cycle.Plan(entry.Title, entry.OpensOn, entry.CutOffOn, entry.DueAt, entry.EndsOn);
        cycle.FrameworkId = framework;
        if (!cycle.Questions.Any(q => asked.Contains(q.Id))) throw new Refused("Ask at least one question", "Asked");
        foreach (var question in cycle.Questions.Where(q => !asked.Contains(q.Id)).ToList()) cycle.Drop(question.Id);
        await db.SaveAsync(viewer, $"Changed the cycle “{cycle.Title}”", cancel);
    }, cancel);
}
