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

    /// <summary>Whether its places are of dates that it buys, and each of somebody who is below the level.</summary>
    public static bool IsPossible(PlanQuestion question, Plan plan) =>
        plan.Given.All(g => g.People <= question.Groups[g.Group].Below)
        && question.Offers.Index().All(o => HasRoom(o.Item, [.. plan.Purchases.Where(p => p.Offer == o.Index)]))
        && Counted(plan.Purchases.SelectMany(p => p.Places.Select(t => (question.Offers[p.Offer].Level, t.Key, t.Value))))
            .SetEquals(Counted(plan.Given.Select(g => (question.Groups[g.Group].Level,
                question.Agencies[question.Groups[g.Group].Agency].Type, g.People))));

    private static bool HasRoom(PlanOffer offer, IReadOnlyList<PlanPurchase> purchases) => offer.Capacity is not { } capacity
        || (offer.TrainsTrainers
            ? purchases.All(p => Used(purchases.Where(x => x.Month <= p.Month))
                <= (long)capacity * purchases.Where(x => x.Month + offer.Delay <= p.Month).Sum(x => x.Runs))
            : purchases.All(p => p.Places.Values.Sum() <= (long)capacity * p.Runs));

    private static int Used(IEnumerable<PlanPurchase> purchases) => purchases.Sum(p => p.Places.Values.Sum());

    private static HashSet<(int, AgencyType, int)> Counted(IEnumerable<(int Level, AgencyType Type, int People)> places) =>
        [.. places.GroupBy(p => (p.Level, p.Type)).Select(g => (g.Key.Level, g.Key.Type, g.Sum(p => p.People))).Where(g => g.Item3 > 0)];

    private static int Missing(IEnumerable<PlanGroup> groups, int percent)
    {
        var (people, below) = groups.Aggregate((People: 0, Below: 0), (sum, g) => (sum.People + g.People, sum.Below + g.Below));
        return PlanLimits.ShareOf(people, percent) - (people - below);
    }
}
