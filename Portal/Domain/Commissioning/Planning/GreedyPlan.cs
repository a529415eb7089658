namespace Portal.Domain;

/// <summary>
/// The plan that one makes by hand: again and again the date that brings most people for its money, until nothing more can be paid. It
/// keeps to the money and to the dates of a month, and knows nothing of shares that must be reached.
/// </summary>
public sealed class GreedyPlan
{
    private readonly PlanQuestion question;
    private readonly IReadOnlyList<PlanClass> classes;
    private readonly PlanPurse purse;
    private readonly PlanTill till;
    private readonly PlanDraft draft;
    private readonly int[] left;
    private readonly IReadOnlyList<int>[] wanted;

    private GreedyPlan(PlanQuestion question)
    {
        (this.question, classes, purse) = (question, PlanClass.Of(question), new(question.Sources));
        (till, draft, left) = (new(question, purse, classes), new(question, classes), [.. classes.Select(c => c.Below)]);
        // For each offer the classes in the order in which it serves them: who counts most first, of these the cheapest.
        wanted = [.. question.Offers.Select(o => classes.Index().Where(c => c.Item.Level == o.Level)
            .OrderByDescending(c => c.Item.Weight).ThenBy(c => question.PriceOf(o, c.Item.Type)).ThenBy(c => c.Index)
            .Select(c => c.Index).ToList())];
    }

    private sealed record Step(
        int Offer, int Month, int UsedIn, IReadOnlyList<(int Class, int People)> Places, int Value, IReadOnlyList<(int, long Cost)> Bills)
    {
        public long Cost { get; } = Bills.Sum(b => b.Cost);

        /// <summary>Whether it brings more for its money; of two alike the first stands.</summary>
        public bool IsBetterThan(Step? other) => other is null || (Int128)Value * other.Cost > (Int128)other.Value * Cost;
    }

    /// <param name="isOver">Whether there is no time left: then it is what was bought by then. Null takes all the time it needs.</param>
    public static Plan Of(PlanQuestion question, Func<bool>? isOver = null)
    {
        var plan = new GreedyPlan(question);
        while (isOver?.Invoke() != true && plan.Next() is { } step) plan.Take(step);
        return plan.draft.ToPlan();
    }

    private Step? Next()
    {
        Step? best = null;
        for (var offer = 0; offer < question.Offers.Count; offer++)
            for (var month = 1; month <= question.Months; month++)
                if (StepOf(offer, month) is { } step && step.IsBetterThan(best))
                    best = step;
        return best;
    }

    /// <summary>One more date of an offer in a month, or its places one by one, with as many people as the money allows.</summary>
    private Step? StepOf(int number, int month)
    {
        var (offer, used) = (question.Offers[number], month + question.Offers[number].Delay);
        if (used > question.Months || (offer.HasDates && draft.RunsIn(month) >= (question.Limits.RunsAMonth ?? int.MaxValue))) return null;
        var places = FirstOf([.. wanted[number].Where(c => left[c] > 0).Select(c => (c, left[c]))], offer.Capacity ?? int.MaxValue);
        var (least, most) = (0, places.Sum(p => p.People));
        while (least < most)
        {
            var half = (least + most + 1) / 2;
            if (till.CanPay(Bills(offer, month, used, FirstOf(places, half)))) least = half;
            else most = half - 1;
        }
        if (least == 0) return null;
        var taken = FirstOf(places, least);
        return new(number, month, used, taken, taken.Sum(p => p.People * classes[p.Class].Weight), Bills(offer, month, used, taken));
    }

    private static List<(int Class, int People)> FirstOf(IReadOnlyList<(int Class, int People)> places, int many)
    {
        List<(int, int)> first = [];
        foreach (var (one, people) in places)
        {
            if (many == 0) break;
            first.Add((one, Math.Min(many, people)));
            many -= Math.Min(many, people);
        }
        return first;
    }

    private List<(int Payers, long Cost)> Bills(
        PlanOffer offer, int month, int used, IReadOnlyList<(int Class, int People)> places) =>
    [
        (purse.PayersOf(offer.Level, null, month), offer.HasDates ? offer.PerRun.Pence : 0),
        .. places.Select(p => (purse.PayersOf(offer.Level, classes[p.Class].Type, used),
            question.PriceOf(offer, classes[p.Class].Type).Times(p.People).Pence)),
    ];

    private void Take(Step step)
    {
        if (question.Offers[step.Offer].HasDates) draft.Buy(step.Offer, step.Month, 1);
        foreach (var (one, people) in step.Places)
        {
            draft.Give(step.Offer, step.UsedIn, one, people);
            left[one] -= people;
        }
        till.Spend([.. step.Bills]);
    }
}
