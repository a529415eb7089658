using System.Globalization;
using Google.OrTools.Sat;

namespace Portal.Features.Commissioning.Planning.Solving;

// How the question is solved, and how what the solver says becomes a plan.
internal sealed partial class SolverModel
{
    /// <summary>
    /// One worker, one seed and a measure of effort that does not depend on the machine: the same question has the same answer, unless the
    /// clock ends it first.
    /// </summary>
    private Found Solve(double effort, TimeSpan limit, CancellationToken cancel)
    {
        if (limit <= TimeSpan.Zero) return new(Ending.Unknown, null, 0, long.MaxValue);
        var solver = new CpSolver
        {
            StringParameters = string.Create(CultureInfo.InvariantCulture,
                $"num_workers:1 random_seed:1 max_deterministic_time:{effort:0.###} max_time_in_seconds:{limit.TotalSeconds:0.###}"),
        };
        using var stop = cancel.Register(solver.StopSearch);
        var status = solver.Solve(model);
        cancel.ThrowIfCancellationRequested();
        return status switch
        {
            CpSolverStatus.Optimal => new(Ending.Best, PlanOf(solver), (long)solver.ObjectiveValue, (long)solver.ObjectiveValue),
            CpSolverStatus.Feasible =>
                new(Ending.Good, PlanOf(solver), (long)solver.ObjectiveValue, (long)Math.Floor(solver.BestObjectiveBound + 1e-6)),
            CpSolverStatus.Infeasible => new(Ending.None, null, 0, 0),
            CpSolverStatus.Unknown => new(Ending.Unknown, null, 0, long.MaxValue),
            _ => throw new InvalidOperationException($"The solver could not read the question: {model.Validate()}"),
        };
    }

    /// <summary>The plan that was found, its dates spread evenly over the months of each period.</summary>
    private Plan PlanOf(CpSolver solver)
    {
        var draft = new PlanDraft(question, classes);
        var later = question.Offers.Select((_, o) => places.Where(p => p.Key.Offer == o).Sum(p => solver.Value(p.Value))).ToArray();
        foreach (var ((offer, index), run) in runs)
        {
            var (period, trains, room) = (periods[index], question.Offers[offer].TrainsTrainers, question.Offers[offer].Capacity!.Value);
            var open = new Stack<(int Class, int People)>(trains ? [] : PlacesOf(solver, offer, index).Reverse());
            // A date that costs nothing may have been bought for nobody.
            var used = trains ? later[offer] : open.Sum(o => o.People);
            for (var dates = Math.Min(solver.Value(run), (used + room - 1) / room); dates > 0; dates--)
            {
                var month = Enumerable.Range(period.First, period.Length).MinBy(draft.RunsIn);
                draft.Buy(offer, month, 1);
                if (trains) later[offer] -= Math.Min(room, later[offer]);
                else Fill(draft, offer, month, room, open);
            }
        }
        foreach (var (offer, index) in places.Keys.Select(k => (k.Offer, k.Period)).Distinct())
            if (!question.Offers[offer].HasDates || question.Offers[offer].TrainsTrainers)
                foreach (var (one, people) in PlacesOf(solver, offer, index)) draft.Give(offer, periods[index].First, one, people);
        var plan = draft.ToPlan();
        // Shared fairly where that keeps to what must be reached, and otherwise as the solver found that it can be.
        return given.Count == 0 || (PlanChecks.Broken(question, plan) & (PlanLimit.Critical | PlanLimit.Agency)) == 0
            ? plan : draft.ToPlan([.. given.Select(g => new PlanGiven(g.Key, (int)solver.Value(g.Value))).Where(g => g.People > 0)]);
    }

    private IEnumerable<(int Class, int People)> PlacesOf(CpSolver solver, int offer, int period) => places
        .Where(p => p.Key.Offer == offer && p.Key.Period == period).Select(p => (p.Key.Class, (int)solver.Value(p.Value)))
        .Where(p => p.Item2 > 0);

    private static void Fill(PlanDraft draft, int offer, int month, int room, Stack<(int Class, int People)> open)
    {
        while (room > 0 && open.TryPop(out var next))
        {
            var people = Math.Min(room, next.People);
            draft.Give(offer, month, next.Class, people);
            room -= people;
            if (people < next.People) open.Push((next.Class, next.People - people));
        }
    }
}
