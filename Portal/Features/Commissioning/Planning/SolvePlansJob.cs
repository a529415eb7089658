using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning.Planning.Solving;

namespace Portal.Features.Commissioning.Planning;

/// <summary>
/// Works out the plans that were asked for, the oldest first, each within ten seconds. One that is broken off is begun again, and given up
/// when it ended the process each time; one at which the solver fails is not begun again.
/// </summary>
public sealed class SolvePlansJob(PortalDb db)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var (solved, given) = (0, 0);
        while (await db.TrainingPlans.Where(p => p.State == PlanState.Waiting).OrderBy(p => p.Id).FirstOrDefaultAsync(cancel) is { } plan)
        {
            var begun = plan.Begin();
            await db.SaveOwnHistoryAsync(cancel);
            if (begun) await SolveAsync(plan, cancel);
            (solved, given) = begun ? (solved + 1, given) : (solved, given + 1);
            db.ChangeTracker.Clear();
        }
        string[] did =
        [
            .. solved > 0 ? [$"Worked out {Words.Count(solved, "plan")}"] : Array.Empty<string>(),
            .. given > 0 ? [$"Gave up {Words.Count(given, "plan")}, at which the process ended each time"] : Array.Empty<string>(),
        ];
        return did.Length == 0 ? null : string.Join(". ", did);
    }

    private async Task SolveAsync(TrainingPlan plan, CancellationToken cancel)
    {
        try
        {
            var question = plan.ReadQuestion();
            plan.Found(question, await PlanSolver.AnswerAsync(question, PlanSolver.Limit, ReportAsync, cancel));
        }
        catch (Exception)
        {
            if (cancel.IsCancellationRequested) plan.PutOff();
            else plan.CannotBeFound();
            await db.SaveOwnHistoryAsync(CancellationToken.None);
            throw;
        }
        // What was found is kept, whoever stops the portal now.
        await db.SaveOwnHistoryAsync(CancellationToken.None);

        async Task ReportAsync(int parts)
        {
            plan.Reached(parts);
            await db.SaveOwnHistoryAsync(cancel);
        }
    }
}
