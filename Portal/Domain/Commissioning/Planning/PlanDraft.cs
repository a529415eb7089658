namespace Portal.Domain;

/// <summary>A plan in the making: dates by course and month, and places by class of people.</summary>
public sealed class PlanDraft(PlanQuestion question, IReadOnlyList<PlanClass> classes)
{
    private readonly int[,] runs = new int[question.Offers.Count, question.Months + 1];
    private readonly int[,,] places = new int[question.Offers.Count, question.Months + 1, classes.Count];

    /// <summary>Buys dates of an offer in a month.</summary>
    public void Buy(int offer, int month, int dates) => runs[offer, month] += dates;

    /// <summary>Gives places of an offer to people of a class in a month.</summary>
    public void Give(int offer, int month, int toClass, int people) => places[offer, month, toClass] += people;

    public int RunsIn(int month) => Enumerable.Range(0, question.Offers.Count).Sum(o => runs[o, month]);

    /// <summary>The plan, its places shared fairly among the agencies of each class.</summary>
    public Plan ToPlan() =>
        ToPlan([.. classes.Index().SelectMany(c => c.Item.Share(question, PlacesOf(c.Index)))]);

    /// <summary>The plan, with who is served as it is given.</summary>
    public Plan ToPlan(IReadOnlyList<PlanGiven> given) => new(
        [.. from offer in Enumerable.Range(0, question.Offers.Count)
            from month in Enumerable.Range(1, question.Months)
            let used = PlacesIn(offer, month)
            where runs[offer, month] > 0 || used.Count > 0
            select new PlanPurchase(offer, month, runs[offer, month], used)],
        [.. given.OrderBy(g => g.Group)]);

    private int PlacesOf(int ofClass) => (
        from offer in Enumerable.Range(0, question.Offers.Count)
        from month in Enumerable.Range(1, question.Months)
        select places[offer, month, ofClass]).Sum();

    private Dictionary<AgencyType, int> PlacesIn(int offer, int month) => classes.Index()
        .Where(c => places[offer, month, c.Index] > 0).GroupBy(c => c.Item.Type)
        .ToDictionary(g => g.Key, g => g.Sum(c => places[offer, month, c.Index]));
}
