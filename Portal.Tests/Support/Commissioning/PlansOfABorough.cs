namespace Portal.Tests.Support.Commissioning;

/// <summary>Questions of the size of a borough, made up from a seed.</summary>
internal static class PlansOfABorough
{
    private static readonly AgencyType[] Kinds = Enum.GetValues<AgencyType>();

    /// <summary>Of 260 agencies and 25,000 people at four levels, with 16 courses and three sources with conditions.</summary>
    public static PlanQuestion Of(int seed, PlanLimits? limits = null, int agencies = 260, decimal pounds = 60_000)
    {
        var random = new Random(seed);
        PlanAgency[] named = [.. Enumerable.Range(0, agencies)
            .Select(i => new PlanAgency(Id<Agency>.New(), $"Agency {i}", Kinds[random.Next(Kinds.Length)]))];
        PlanGroup[] groups = [.. from agency in Enumerable.Range(0, agencies)
                                 from level in Enumerable.Range(1, 4)
                                 let people = random.Next(1, 120 / level)
                                 select new PlanGroup(agency, level, people, random.Next(0, people / 2 + 1), level >= 3)];
        PlanOffer[] offers = [.. Enumerable.Range(0, 16).Select(i => (i % 4) switch
        {
            3 => new PlanOffer($"C{i}", "E-learning", 1 + (i % 2), Money.OfPounds(random.Next(15, 40)), Money.Zero, null),
            2 => new PlanOffer($"C{i}", "By the place", 1 + random.Next(4), Money.OfPounds(random.Next(60, 220)), Money.Zero, 16,
                Prices: new Dictionary<AgencyType, Money> { [AgencyType.Voluntary] = Money.OfPounds(random.Next(0, 60)) }),
            _ => new PlanOffer($"C{i}", "By the date", 1 + random.Next(4), Money.Zero, Money.OfPounds(random.Next(600, 1_900)),
                random.Next(10, 24), Money.OfPounds(90)),
        })];
        var third = Money.OfPounds(pounds).Times(1 / 3m);
        return new(12, [new("Budget", third, 1, 12), new("Grant", third, 1, 4), new("For health", third, 3, 9, null, AgencyType.Health)],
            offers, named, groups, limits ?? new(RunsAMonth: 6));
    }
}
