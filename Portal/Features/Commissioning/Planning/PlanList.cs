using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Planning;

/// <summary>The plans of the partnership, the newest first.</summary>
public sealed class PlanList(PortalDb db)
{
    /// <param name="People">Whom it brings to their level; null where there is no plan, or not yet.</param>
    public sealed record Row(
        Id<TrainingPlan> Id, int Number, string Name, DateTime AskedAt, string AskedBy, PlanState State, Money Budget, int? People,
        Money? Cost)
    {
        public string Reference => TrainingPlan.ReferenceOf(Number);

        /// <summary>"ready", or why there is nothing to read.</summary>
        public string Standing => State == PlanState.Ready && People is null ? "no such plan" : State.Words();
    }

    public Task<Page<Row>> RunAsync(Viewer viewer, int page, CancellationToken cancel) => All(viewer).ToPageAsync(page, cancel);

    /// <summary>Those that are ready, to choose from: at most the newest hundred.</summary>
    public Task<List<Row>> ReadyAsync(Viewer viewer, CancellationToken cancel) =>
        All(viewer, ready: true).Take(100).ToListAsync(cancel);

    private IQueryable<Row> All(Viewer viewer, bool ready = false)
    {
        viewer.Require(Permission.ReadFunding);
        return db.TrainingPlans.OfPartnership(viewer).Where(p => !ready || (p.State == PlanState.Ready && p.People != null))
            .OrderByDescending(p => p.Number).ThenBy(p => p.Id)
            .Select(p => new Row(p.Id, p.Number, p.Name, p.AskedAt, p.AskedBy, p.State, p.Budget, p.People, p.Cost));
    }
}
