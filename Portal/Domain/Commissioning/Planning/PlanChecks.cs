namespace Portal.Domain;

/// <summary>Whether a plan keeps to everything that its question says, counted again from the plan alone.</summary>
public static class PlanChecks
{
    /// <summary>
    /// Shares that must be reached: how many more people, at least, and of which groups. What is reached already is left out.
    /// </summary>
    public static IEnumerable<(PlanLimit Limit, int Least, IReadOnlyList<int> Groups)> Floors(PlanQuestion question)
    {
        var groups = question.Groups.Index().ToList();
        if (question.Limits.CriticalPercent is { } critical)
        {
            var those = groups.Where(g => g.Item.IsCritical).ToList();
            if (Missing(those.Select(g => g.Item), critical) is > 0 and var least)
                yield return (PlanLimit.Critical, least, [.. those.Select(g => g.Index)]);
        }
        if (question.Limits.AgencyPercent is not { } each) yield break;
        foreach (var agency in groups.GroupBy(g => g.Item.Agency))
            if (Missing(agency.Select(g => g.Item), each) is > 0 and var least)
                yield return (PlanLimit.Agency, least, [.. agency.Select(g => g.Index)]);
    }

    /// <summary>The limits that a plan does not keep to.</summary>
    public static PlanLimit Broken(PlanQuestion question, Plan plan)
    {
        var broken = plan.Spending(question) is null ? PlanLimit.Money : PlanLimit.None;
        if (plan.Purchases.GroupBy(p => p.Month).Any(m => m.Sum(p => p.Runs) > (question.Limits.RunsAMonth ?? int.MaxValue)))
            broken |= PlanLimit.Runs;
        var given = plan.Given.ToDictionary(g => g.Group, g => g.People);
        foreach (var (limit, least, groups) in Floors(question))
            if (groups.Sum(g => given.GetValueOrDefault(g)) < least)
                broken |= limit;
        return broken;
    }

    private static int Missing(IEnumerable<PlanGroup> groups, int percent)
    {
        var (people, below) = groups.Aggregate((People: 0, Below: 0), (sum, g) => (sum.People + g.People, sum.Below + g.Below));
        return PlanLimits.ShareOf(people, percent) - (people - below);
    }
}
