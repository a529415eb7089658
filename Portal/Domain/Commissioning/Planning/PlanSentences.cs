namespace Portal.Domain;

/// <summary>What a plan comes to, in sentences for whoever decides.</summary>
public static class PlanSentences
{
    /// <summary>What it reaches and costs, why it is not more, and what more money would do; or why there is no plan.</summary>
    /// <param name="say">How many people, in words: who may not see whose they are is not told of few.</param>
    public static IReadOnlyList<string> Of(PlanQuestion question, PlanAnswer answer, Func<int, string> say) =>
        answer.Conflict is { } conflict ? [Conflicting(question, conflict), .. Reachable(question, conflict, say)] :
        !answer.HasPlan(question)
            ? ["In the time there is, no plan was found that keeps to all of this. Whether there is one is not known."] :
        [
            Reached(question, answer.Best, say), LeftBelow(question, answer.Best, say), .. Bought(question, answer.Best, say),
            .. WhyNotMore(question, answer, say), .. NextStep(question, answer, say), Certain(question, answer, say),
        ];

    public static IReadOnlyList<string> Of(PlanQuestion question, PlanAnswer answer) =>
        Of(question, answer, people => Domain.Words.Number(people));

    /// <summary>A limit within a sentence.</summary>
    public static string Words(this PlanLimit limit, PlanQuestion question) => limit switch
    {
        PlanLimit.Money => $"{question.Budget()} of money",
        PlanLimit.Runs => $"at most {Domain.Words.Count(question.Limits.RunsAMonth ?? 0, "date")} a month",
        PlanLimit.Critical => $"at least {question.Limits.CriticalPercent}% of the people in critical jobs at their level",
        PlanLimit.Agency => $"no agency under {question.Limits.AgencyPercent}%",
        _ => throw new ArgumentOutOfRangeException(nameof(limit), limit, "Not one limit"),
    };

    private static string Reached(PlanQuestion question, Plan plan, Func<int, string> say)
    {
        var (people, cost) = (plan.People(), plan.Cost(question));
        var left = question.Budget() - cost;
        return $"With {question.Budget()}, {say(people)} of {Many(say, question.Below(), "person", "people")} "
            + $"below their level can be brought to it. That costs {cost}" + (left > Money.Zero ? $" and leaves {left}." : ", all of it.");
    }

    private static string LeftBelow(PlanQuestion question, Plan plan, Func<int, string> say)
    {
        var given = plan.Given.ToLookup(g => question.Groups[g.Group].Level, g => g.People);
        string[] levels = [.. question.Groups.GroupBy(g => g.Level).OrderBy(g => g.Key)
            .Select(g => (Level: g.Key, Left: g.Sum(x => x.Below) - given[g.Key].Sum())).Where(l => l.Left > 0)
            .Select(l => $"{say(l.Left)} at level {question.CodeOf(l.Level)}")];
        return levels.Length == 0 ? "Nobody stays below their level." : $"Still below their level: {levels.Listed()}.";
    }

    private static IEnumerable<string> Bought(PlanQuestion question, Plan plan, Func<int, string> say)
    {
        var dates = plan.Purchases.Sum(p => p.Runs);
        var alone = plan.Purchases.Where(p => !question.Offers[p.Offer].HasDates).Sum(p => p.Places.Values.Sum());
        string[] parts =
        [
            .. dates == 0 ? [] : new[] { Domain.Words.Count(dates, "date") },
            .. alone == 0 ? [] : new[] { $"{Many(say, alone, "place", "places")} on courses without dates" },
        ];
        if (parts.Length > 0) yield return $"It buys {parts.Listed()}.";
        if (!question.Limits.PaysRelease && plan.Release(question) is { Pence: > 0 } release)
            yield return $"Releasing people for it, with cover, costs their agencies another {release}.";
    }

    private static IEnumerable<string> WhyNotMore(PlanQuestion question, PlanAnswer answer, Func<int, string> say)
    {
        var value = answer.Best.Value(question);
        var binding = answer.Reliefs.Where(r => r.Value > value).ToList();
        foreach (var (limit, reached) in binding.Select(r => (r.Limit, r.Value - value)))
            yield return limit == PlanLimit.Money
                ? $"Why not more? The money ends. If it did not, {More(question, reached, say)}."
                : $"Why not more? It keeps to {limit.Words(question)}. Without that, {More(question, reached, say)}.";
        int[] none = [.. question.Groups.Where(g => g.Below > 0).Select(g => g.Level).Distinct().Order()
            .Where(l => question.Offers.All(o => o.Level != l))];
        if (none.Length > 0)
            yield return $"No course of the plan leads to level {none.Select(question.CodeOf).Listed()}.";
        else if (binding.Count == 0 && !answer.IsCutShort && answer.Best.People() < question.Below())
            yield return "No single limit stops it: only several of them together.";
    }

    private static string More(PlanQuestion question, int value, Func<int, string> say) => question.Limits.CriticalWeight == 1
        ? $"{Many(say, value, "more person", "more people")} would be brought to their level"
        : $"the plan would be worth {Many(say, value, "more person", "more people")}, one in a critical job counting as "
            + $"{question.Limits.CriticalWeight}";

    private static IEnumerable<string> NextStep(PlanQuestion question, PlanAnswer answer, Func<int, string> say)
    {
        if (answer.Next is not { } next) yield break;
        var more = next.Value - answer.Best.Value(question);
        yield return more > 0 ? $"With the next {PlanAnswer.Step}, {More(question, more, say)}."
            : $"The next {PlanAnswer.Step} would bring nobody more to their level.";
    }

    private static string Certain(PlanQuestion question, PlanAnswer answer, Func<int, string> say) =>
        answer.IsProven(question) ? "No other plan reaches more."
        : $"It is the best that was found in the time there is. No plan reaches more than {say(answer.Most)}"
            + (question.Limits.CriticalWeight == 1 ? "." : ", as people are weighted.");

    private static string Many(Func<int, string> say, int many, string one, string several) =>
        $"{say(many)} {(many == 1 && say(many) == Domain.Words.Number(many) ? one : several)}";

    private static string Conflicting(PlanQuestion question, PlanConflict conflict)
    {
        PlanLimit[] limits = [.. Enum.GetValues<PlanLimit>().Where(l => l != PlanLimit.None && conflict.Limits.HasFlag(l))];
        return limits is [var only]
            ? $"There is no such plan: {only.Words(question)} cannot be reached with the courses chosen, whatever they cost."
            : $"There is no such plan. These cannot be kept together: {limits.Select(l => l.Words(question)).Listed()}.";
    }

    private static IEnumerable<string> Reachable(PlanQuestion question, PlanConflict conflict, Func<int, string> say)
    {
        var critical = question.Groups.Where(g => g.IsCritical).Sum(g => g.People);
        if (conflict.Critical is { } most)
            yield return $"At most {say(most)} of the {Many(say, critical, "person", "people")} in critical jobs "
                + "can hold their level within the rest.";
        yield return conflict.Limits.HasFlag(PlanLimit.Money)
            ? "More money or a lower share would make a plan possible."
            : "More dates, other courses or a lower share would make a plan possible.";
    }
}
