using System.Numerics;
using Google.OrTools.Sat;

namespace Portal.Features.Commissioning.Planning.Solving;

/// <summary>
/// A question as the solver reads it, in whole numbers alone: dates of each course in each period, and places of each for each class of
/// people. It alone names the solver.
/// </summary>
internal sealed partial class SolverModel
{
    private readonly CpModel model = new();
    private readonly PlanQuestion question;
    private readonly IReadOnlyList<PlanClass> classes;
    private readonly IReadOnlyList<PlanPeriod> periods;
    private readonly Dictionary<(int Offer, int Period), IntVar> runs = [];
    private readonly Dictionary<(int Offer, int Period, int Class), IntVar> places = [];
    private readonly Dictionary<int, IntVar> given = [];

    /// <param name="without">Limits that it need not keep to.</param>
    public SolverModel(PlanQuestion question, PlanLimit without = PlanLimit.None)
    {
        (this.question, classes, periods) = (question, PlanClass.Of(question), PlanPeriod.Of(question));
        var most = without.HasFlag(PlanLimit.Runs) ? null : question.Limits.RunsAMonth;
        foreach (var (number, offer) in question.Offers.Index()) Add(number, offer, most);
        foreach (var (index, one) in classes.Index())
            Keep([.. places.Where(p => p.Key.Class == index).Select(p => (p.Value, 1L))], one.Below);
        if (most is { } dates)
            foreach (var (index, period) in periods.Index())
                Keep([.. runs.Where(r => r.Key.Period == index).Select(r => (r.Value, 1L))], (long)dates * period.Length);
        if (!without.HasFlag(PlanLimit.Money)) KeepToTheMoney();
        var floors = PlanChecks.Floors(question).Where(f => !without.HasFlag(f.Limit)).ToList();
        if (floors.Count == 0) return;
        NameWhoIsServed();
        foreach (var (_, least, groups) in floors)
            Reach([.. groups.Where(given.ContainsKey).Select(g => (given[g], 1L))], least);
    }

    public enum Ending { Best, Good, None, Unknown }

    /// <param name="Value">Of what was asked for.</param>
    /// <param name="Bound">No plan has more of it; for the least cost, none has less.</param>
    public sealed record Found(Ending Ending, Plan? Plan, long Value, long Bound);

    /// <summary>The plan that brings most people to their level, each by their weight.</summary>
    /// <param name="hint">Where to begin to look.</param>
    public Found Most(double effort, TimeSpan limit, Plan? hint, CancellationToken cancel)
    {
        if (hint is not null) Hint(hint);
        model.Maximize(Sum([.. places.Select(p => (p.Value, (long)classes[p.Key.Class].Weight))]));
        return Solve(effort, limit, cancel);
    }

    /// <summary>Of the plans with at least so much value, the one that costs least.</summary>
    public Found Cheapest(long value, double effort, TimeSpan limit, Plan hint, CancellationToken cancel)
    {
        Hint(hint);
        Reach([.. places.Select(p => (p.Value, (long)classes[p.Key.Class].Weight))], value);
        model.Minimize(Sum([.. Bills().Select(b => (b.Var, b.Pence))]));
        return Solve(effort, limit, cancel);
    }

    /// <summary>The most people in critical jobs that can be brought to their level.</summary>
    public Found MostCritical(double effort, TimeSpan limit, CancellationToken cancel)
    {
        model.Maximize(Sum([.. places.Where(p => classes[p.Key.Class].IsCritical).Select(p => (p.Value, 1L))]));
        return Solve(effort, limit, cancel);
    }

    private void Add(int number, PlanOffer offer, int? most)
    {
        var served = classes.Index().Where(c => c.Item.Level == offer.Level).ToList();
        var below = served.Sum(c => (long)c.Item.Below);
        foreach (var (index, period) in periods.Index())
        {
            if (offer.Capacity is { } capacity)
                runs[(number, index)] = model.NewIntVar(
                    0, Math.Min((below + capacity - 1) / capacity, (long?)most * period.Length ?? long.MaxValue), "");
            foreach (var (at, one) in served) places[(number, index, at)] = model.NewIntVar(0, one.Below, "");
        }
        if (offer.Capacity is not { } room) return;
        foreach (var (index, period) in periods.Index())
        {
            // Places of a date are used in it; those that people give who were trained to teach, in any month after.
            var used = places.Where(p => p.Key.Offer == number
                && (offer.TrainsTrainers ? p.Key.Period <= index : p.Key.Period == index)).Select(p => (p.Value, 1L));
            var there = runs.Where(r => r.Key.Offer == number && (offer.TrainsTrainers
                ? periods[r.Key.Period].First + offer.Delay <= period.First : r.Key.Period == index)).Select(r => (r.Value, -(long)room));
            Keep([.. used, .. there], 0);
        }
    }

    private void KeepToTheMoney()
    {
        var (purse, bills) = (new PlanPurse(question.Sources), Bills().ToList());
        foreach (var (payers, most) in purse.Bounds(bills.Select(b => b.Payers)))
        {
            List<(IntVar Var, long Pence)> within = [.. bills.Where(b => (b.Payers & ~payers) == 0).Select(b => (b.Var, b.Pence))];
            if (within.Count == 0) continue;
            // In the largest coin that all prices are whole numbers of: small numbers are easier to reason with.
            var coin = within.Aggregate(0L, (a, b) => (long)BigInteger.GreatestCommonDivisor(a, b.Pence));
            Keep([.. within.Select(w => (w.Var, w.Pence / coin))], most.Pence / coin);
        }
    }

    private IEnumerable<(IntVar Var, int Payers, long Pence)> Bills()
    {
        var purse = new PlanPurse(question.Sources);
        foreach (var ((offer, period), run) in runs)
            if (question.Offers[offer] is { PerRun.Pence: > 0 and var cost, Level: var level })
                yield return (run, purse.PayersOf(level, null, periods[period].First), cost);
        foreach (var ((offer, period, at), place) in places)
            if (question.PriceOf(question.Offers[offer], classes[at].Type).Pence is > 0 and var cost)
                yield return (place, purse.PayersOf(classes[at].Level, classes[at].Type, periods[period].First), cost);
    }

    /// <summary>Where some must be reached, it matters whose the people of a class are.</summary>
    private void NameWhoIsServed()
    {
        foreach (var (index, one) in classes.Index())
        {
            foreach (var group in one.Groups) given[group] = model.NewIntVar(0, question.Groups[group].Below, "");
            model.Add(Sum([.. places.Where(p => p.Key.Class == index).Select(p => (p.Value, 1L)),
                .. one.Groups.Select(g => (given[g], -1L))]) == 0);
        }
    }

    private void Hint(Plan plan)
    {
        foreach (var ((offer, period), run) in runs)
            model.AddHint(run, plan.Purchases.Where(p => p.Offer == offer && IsIn(p.Month, period)).Sum(p => p.Runs));
    }

    private bool IsIn(int month, int period) =>
        month >= periods[period].First && month < periods[period].First + periods[period].Length;

    private static LinearExpr Sum(IReadOnlyList<(IntVar Var, long Times)> parts) =>
        LinearExpr.WeightedSum(parts.Select(p => p.Var), parts.Select(p => p.Times));

    private void Keep(IReadOnlyList<(IntVar, long)> parts, long most) => model.Add(Sum(parts) <= most);

    private void Reach(IReadOnlyList<(IntVar, long)> parts, long least) => model.Add(Sum(parts) >= least);
}
