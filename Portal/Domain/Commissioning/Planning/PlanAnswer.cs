namespace Portal.Domain;

/// <summary>What a plan may run into.</summary>
[Flags]
public enum PlanLimit { None = 0, Money = 1, Runs = 2, Critical = 4, Agency = 8 }

/// <summary>The best plan with another amount of money.</summary>
/// <param name="Value">People brought to their level, where one in a critical job counts as several.</param>
public sealed record PlanPoint(Money Budget, int People, int Value);

/// <summary>How much further the best plan would reach without one of its limits.</summary>
/// <param name="Value">Of that plan.</param>
public sealed record PlanRelief(PlanLimit Limit, int Value);

/// <summary>Limits that no plan can keep to together; without any one of them there is a plan.</summary>
/// <param name="Critical">
/// Of the people in critical jobs, how many can hold their level in the end at most, within the others; null where nobody asks for a share.
/// </param>
public sealed record PlanConflict(PlanLimit Limits, int? Critical);

/// <summary>What was found for a question.</summary>
/// <param name="Best">The best plan; of nothing where no plan keeps to the limits.</param>
/// <param name="Greedy">The plan that one makes by hand, beside it.</param>
/// <param name="Most">No plan can have more than this value.</param>
/// <param name="Curve">The best plans with more and with less money, from the least.</param>
/// <param name="Next">The best plan with £1,000 more; null where there was no time for it.</param>
/// <param name="Conflict">Why there is no plan; null where there is one.</param>
/// <param name="IsCutShort">Whether the time ran out before everything was looked at.</param>
public sealed record PlanAnswer(
    Plan Best, Plan Greedy, int Most, IReadOnlyList<PlanPoint> Curve, PlanPoint? Next, IReadOnlyList<PlanRelief> Reliefs,
    PlanConflict? Conflict, bool IsCutShort)
{
    public static readonly Money Step = Money.OfPounds(1_000);

    /// <summary>Whether there is a plan that keeps to everything: none where limits conflict, or where none was found in time.</summary>
    public bool HasPlan(PlanQuestion question) => Conflict is null && PlanChecks.Broken(question, Best) == PlanLimit.None;

    /// <summary>Whether it is proven that no plan is better.</summary>
    public bool IsProven(PlanQuestion question) => Best.Value(question) >= Most;
}
