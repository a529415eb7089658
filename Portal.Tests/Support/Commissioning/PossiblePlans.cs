namespace Portal.Tests.Support.Commissioning;

/// <summary>Whether a plan can be carried out at all, counted again from the plan alone.</summary>
internal static class PossiblePlans
{
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
}
