using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning.Planning.Solving;

namespace Portal.Features.Commissioning.Planning;

/// <summary>
/// Works out the plans that were asked for, the oldest first, each within ten seconds. One that is broken off is begun again; one at which
/// the solver fails is not.
/// </summary>
public sealed class SolvePlansJob(PortalDb db)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var solved = 0;
        while (await db.TrainingPlans.Where(p => p.State == PlanState.Waiting).OrderBy(p => p.Id).FirstOrDefaultAsync(cancel) is { } plan)
        {
            await SolveAsync(plan, cancel);
            solved++;
            db.ChangeTracker.Clear();
        }
        return solved == 0 ? null : $"Worked out {Words.Count(solved, "plan")}";
    }

    private async Task SolveAsync(TrainingPlan plan, CancellationToken cancel)
    {
        var question = plan.ReadQuestion();
        try
        {
            plan.Found(question, await PlanSolver.AnswerAsync(question, PlanSolver.Limit, ReportAsync, cancel));
        }
        catch (Exception) when (!cancel.IsCancellationRequested)
        {
            plan.CannotBeFound();
            await db.SaveOwnHistoryAsync(cancel);
            throw;
        }
        await db.SaveOwnHistoryAsync(cancel);

        async Task ReportAsync(int parts)
        {
            plan.Reached(parts);
            await db.SaveOwnHistoryAsync(cancel);
        }
    }
}
