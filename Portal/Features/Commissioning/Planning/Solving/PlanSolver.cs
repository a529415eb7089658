using System.Diagnostics;

namespace Portal.Features.Commissioning.Planning.Solving;

/// <summary>
/// Answers a question: the best plan, the cheapest of the best, what stands in its way, and what more or less money would do. All of it
/// within one limit of time; what there was no time for is left out, and said to be.
/// </summary>
public sealed class PlanSolver
{
    /// <summary>How long all of it may take.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    /// <summary>How many parts it has, for a progress bar.</summary>
    public const int Parts = 11;

    /// <summary>Shares of the money for which the curve is drawn, in hundredths.</summary>
    private static readonly int[] Shares = [25, 50, 75, 125, 150, 200];
    private static readonly PlanLimit[] Every = [PlanLimit.Money, PlanLimit.Runs, PlanLimit.Critical, PlanLimit.Agency];

    private readonly long began = Stopwatch.GetTimestamp();
    private readonly PlanQuestion question;
    private readonly TimeSpan limit;
    private readonly Func<int, Task> report;
    private readonly CancellationToken cancel;
    private bool isCutShort;
    private int done;

    private PlanSolver(PlanQuestion question, TimeSpan limit, Func<int, Task> report, CancellationToken cancel) =>
        (this.question, this.limit, this.report, this.cancel) = (question, limit, report, cancel);

    private TimeSpan Left => limit - Stopwatch.GetElapsedTime(began);

    /// <param name="report">Told each time that one of <see cref="Parts"/> is done.</param>
    public static Task<PlanAnswer> AnswerAsync(
        PlanQuestion question, TimeSpan limit, Func<int, Task> report, CancellationToken cancel) =>
        new PlanSolver(question, limit, report, cancel).AnswerAsync();

    private async Task<PlanAnswer> AnswerAsync()
    {
        // Half of the time at most: the solver needs the rest.
        bool IsOver() => cancel.IsCancellationRequested || Left < limit / 2;
        var greedy = GreedyPlan.Of(question, IsOver);
        cancel.ThrowIfCancellationRequested();
        isCutShort |= IsOver();
        var keeps = PlanChecks.Broken(question, greedy) == PlanLimit.None;
        await DoneAsync();
        var found = new SolverModel(question).Most(effort: 2, Left, greedy, cancel);
        await DoneAsync();
        if (found.Ending == SolverModel.Ending.None)
            return new(Plan.OfNothing, greedy, 0, [], null, [], await ConflictAsync(), isCutShort);
        Note(found);
        // What is found in time is never worse than what one makes by hand.
        var best = found.Plan is { } plan && !(keeps && greedy.Value(question) > plan.Value(question)) ? plan
            : keeps ? greedy : Plan.OfNothing;
        best = Cheapest(best);
        await DoneAsync();
        var most = (int)Math.Min(found.Bound, question.Groups.Sum(g => (long)g.Below * question.WeightOf(g)));
        var next = Point(question with { Sources = [.. question.Sources, new("More", PlanAnswer.Step, 1, question.Months)] }, best);
        await DoneAsync();
        return new(best, greedy, most, await CurveAsync(best), next, await ReliefsAsync(best), null, isCutShort);
    }

    private async Task DoneAsync() => await report(++done);

    private void Note(SolverModel.Found found) => isCutShort |= Left <= TimeSpan.Zero || found.Ending == SolverModel.Ending.Unknown;

    /// <summary>Without time left not even the model is made.</summary>
    private SolverModel.Found Solve(PlanQuestion asked, PlanLimit without, Func<SolverModel, SolverModel.Found> goal)
    {
        var found = Left > TimeSpan.Zero ? goal(new(asked, without)) : new(SolverModel.Ending.Unknown, null, 0, long.MaxValue);
        Note(found);
        return found;
    }

    private Plan Cheapest(Plan best)
    {
        var value = best.Value(question);
        if (value == 0) return best;
        var found = Solve(question, PlanLimit.None, model => model.Cheapest(value, effort: 1, Left, best, cancel));
        return found.Plan is { } cheaper && cheaper.Cost(question) < best.Cost(question) && PlanChecks.Broken(question, cheaper) == 0
            ? cheaper : best;
    }

    /// <summary>The best plan of a question that is like ours but for its money; null without one, or without time.</summary>
    private PlanPoint? Point(PlanQuestion asked, Plan hint)
    {
        var found = Solve(asked, PlanLimit.None, model => model.Most(effort: 0.5, Left, hint, cancel));
        return found.Plan is { } plan
            ? new(asked.Budget(), plan.People(), plan.Value(asked)) : null;
    }

    /// <summary>Plans with more money are at least as good as those with less: a shorter search must not make it seem otherwise.</summary>
    private async Task<IReadOnlyList<PlanPoint>> CurveAsync(Plan best)
    {
        List<PlanPoint> points = [new(question.Budget(), best.People(), best.Value(question))];
        foreach (var share in Shares)
        {
            if (Point(question with { Sources = [.. question.Sources.Select(s => s with { Amount = s.Amount.Times(share / 100m) })] }, best)
                is { } point)
                points.Add(point);
            await DoneAsync();
        }
        List<PlanPoint> curve = [];
        foreach (var point in points.OrderBy(p => p.Budget))
            curve.Add(curve is [.., var last] && last.Value > point.Value ? last with { Budget = point.Budget } : point);
        return curve;
    }

    private async Task<IReadOnlyList<PlanRelief>> ReliefsAsync(Plan best)
    {
        List<PlanRelief> reliefs = [];
        foreach (var one in Every.Where(Asks))
        {
            var found = Solve(question, one, model => model.Most(effort: 0.5, Left, best, cancel));
            if (found.Plan is not null) reliefs.Add(new(one, (int)Math.Max(found.Value, best.Value(question))));
        }
        await DoneAsync();
        return reliefs;
    }

    /// <summary>Takes one limit away after the other: what is left when none can go is what conflicts.</summary>
    private async Task<PlanConflict> ConflictAsync()
    {
        var (left, stated) = (Every.Where(Asks).Aggregate(PlanLimit.None, (all, one) => all | one), Every.Aggregate((a, b) => a | b));
        foreach (var one in Every.Where(o => left.HasFlag(o)))
        {
            var found = new SolverModel(question, stated & ~left | one).Most(effort: 0.5, Left, null, cancel);
            Note(found);
            if (found.Ending == SolverModel.Ending.None) left &= ~one;
            await DoneAsync();
        }
        int? critical = null;
        if (left.HasFlag(PlanLimit.Critical))
        {
            var without = (stated & ~left) | PlanLimit.Critical;
            var found = new SolverModel(question, without).MostCritical(effort: 0.5, Left, cancel);
            if (found.Plan is not null)
                critical = (int)found.Value + question.Groups.Where(g => g.IsCritical).Sum(g => g.People - g.Below);
        }
        return new(left, critical);
    }

    private bool Asks(PlanLimit one) => one switch
    {
        PlanLimit.Money => true,
        PlanLimit.Runs => question.Limits.RunsAMonth is not null,
        PlanLimit.Critical => question.Limits.CriticalPercent is not null,
        _ => question.Limits.AgencyPercent is not null,
    };
}
