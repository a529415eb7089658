namespace Portal.Domain;

/// <summary>What a plan buys of one course in one month.</summary>
/// <param name="Offer">Its place in the question’s list of offers.</param>
/// <param name="Month">Of the plan, from 1.</param>
/// <param name="Runs">Dates bought in it.</param>
/// <param name="Places">Places used in it, by the kind of agency: of these dates, or given by those who were trained to teach.</param>
public sealed record PlanPurchase(int Offer, int Month, int Runs, IReadOnlyDictionary<AgencyType, int> Places);

/// <summary>How many people of a group a plan brings to their level.</summary>
/// <param name="Group">Its place in the question’s list of groups.</param>
public sealed record PlanGiven(int Group, int People);

/// <summary>What to buy, when, and for whom.</summary>
public sealed record Plan(IReadOnlyList<PlanPurchase> Purchases, IReadOnlyList<PlanGiven> Given)
{
    public static Plan OfNothing { get; } = new([], []);

    /// <summary>People brought to their level.</summary>
    public int People() => Given.Sum(g => g.People);

    /// <summary>The same, where one in a critical job counts as several.</summary>
    public int Value(PlanQuestion question) => Given.Sum(g => g.People * question.WeightOf(question.Groups[g.Group]));

    /// <summary>What it costs, with releasing people where the plan pays that.</summary>
    public Money Cost(PlanQuestion question) => Purchases.Sum(p =>
        question.Offers[p.Offer].PerRun.Times(p.Runs)
            + p.Places.Sum(t => question.PriceOf(question.Offers[p.Offer], t.Key).Times(t.Value)));

    /// <summary>What releasing its people costs, whoever pays it.</summary>
    public Money Release(PlanQuestion question) =>
        Purchases.Sum(p => question.Offers[p.Offer].Release.Times(p.Places.Values.Sum()));

    /// <summary>What it spends of each source, in their order; null where they cannot pay it.</summary>
    public IReadOnlyList<Money>? Spending(PlanQuestion question)
    {
        var (purse, costs) = (new PlanPurse(question.Sources), new Dictionary<int, long>());
        foreach (var purchase in Purchases)
        {
            var offer = question.Offers[purchase.Offer];
            Add(purse.PayersOf(offer.Level, null, purchase.Month), offer.PerRun.Times(purchase.Runs));
            foreach (var (type, places) in purchase.Places)
                Add(purse.PayersOf(offer.Level, type, purchase.Month), question.PriceOf(offer, type).Times(places));
        }
        return purse.Pay(costs);

        void Add(int payers, Money cost) => costs[payers] = costs.GetValueOrDefault(payers) + cost.Pence;
    }
}
