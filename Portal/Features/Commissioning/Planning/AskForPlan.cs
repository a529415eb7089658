using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Jobs;

namespace Portal.Features.Commissioning.Planning;

/// <summary>Asks for the best plan, by what the data say now; a job works it out. Plans that are there stay as they are.</summary>
public sealed class AskForPlan(PortalDb db, JobTrigger jobs, UkClock clock)
{
    /// <param name="asked">One question or several, in the order of their numbers.</param>
    public async Task<IReadOnlyList<Id<TrainingPlan>>> RunAsync(
        Viewer viewer, IReadOnlyList<PlanAsked> asked, CancellationToken cancel)
    {
        viewer.Require(Permission.DecideRequests);
        var plans = await db.OneAtATimeAsync(viewer, async () =>
        {
            var number = await db.TrainingPlans.OfPartnership(viewer).MaxAsync(p => (int?)p.Number, cancel) ?? 0;
            List<TrainingPlan> made = [.. asked.Select((a, i) => a.ToPlan(viewer, number + 1 + i, clock.Now))];
            db.TrainingPlans.AddRange(made);
            await db.SaveAsync(
                viewer, $"Asked for the best use of money: {made.Select(p => $"{p.Reference}, {p.Name}").Listed()}", cancel);
            return made;
        }, cancel);
        await jobs.TriggerAsync<SolvePlansJob>(cancel);
        return [.. plans.Select(p => p.Id)];
    }
}
