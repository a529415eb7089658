using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Cycles;

/// <summary>
/// Plans a cycle for a phase. It asks the partnership’s questions, and counts against the framework in force on its cut-off day. Of two
/// that would overlap the second is refused, however close behind it comes.
/// </summary>
public sealed class PlanCycle(PortalDb db, CycleDays days)
{
    /// <param name="DueAt">UTC.</param>
    public sealed record Entry(string Title, DateOnly OpensOn, DateOnly CutOffOn, DateTime DueAt, DateOnly EndsOn);

    public Task<Id<Cycle>> RunAsync(
        Viewer viewer, Id<Phase> phaseId, Entry entry, CancellationToken cancel) => db.OneAtATimeAsync(viewer, async () =>
    {
        viewer.Require(Permission.ManageCycles);
        var phase = await db.Phases.OfPartnership(viewer).Where(p => p.Id == phaseId)
            .OneOrRefuseAsync("Select a phase", nameof(phaseId), cancel);
        var framework = await days.RunAsync(phase, entry, null, cancel);
        var cycle = new Cycle
        {
            PartnershipId = viewer.PartnershipId, PhaseId = phaseId, FrameworkId = framework, Title = entry.Title,
            OpensOn = entry.OpensOn, CutOffOn = entry.CutOffOn, DueAt = entry.DueAt, EndsOn = entry.EndsOn,
        };
        var questions = await db.DefaultQuestions.AsNoTracking().OfPartnership(viewer).OrderBy(q => q.Number).ToListAsync(cancel);
        foreach (var (index, question) in questions.Index()) cycle.Ask(question.For(cycle.Id, index + 1));
        db.Cycles.Add(cycle);
        await db.SaveAsync(viewer, $"Planned the cycle “{cycle.Title}”", cancel);
        return cycle.Id;
    }, cancel);
}
