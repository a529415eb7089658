using FsCheck;
using FsCheck.Fluent;

namespace Portal.Tests.Support.Commissioning;

/// <summary>
/// Questions so small that every plan can be tried, one after the other: of two courses at most, two months and a handful of people.
/// </summary>
internal static class SmallPlans
{
    private static readonly AgencyType[] Kinds = [AgencyType.Health, AgencyType.Housing];

    private static readonly Gen<PlanOffer> AnyOffer =
        from level in Gen.Choose(1, 2)
        from price in Gen.Choose(0, 6)
        from other in Gen.Choose(0, 6)
        from run in Gen.Choose(0, 10)
        from capacity in Gen.Choose(2, 3)
        from kind in Gen.Elements(0, 0, 0, 1, 2)
        select kind switch
        {
            0 => new PlanOffer("A", "Dates", level, new(price), new(run), capacity, Prices: new Dictionary<AgencyType, Money>
            {
                [AgencyType.Housing] = new(other),
            }),
            1 => new PlanOffer("B", "No dates", level, new(price + 1), Money.Zero, null, Release: new(1)),
            _ => new PlanOffer("T", "Trains trainers", level, new(price), new(run), capacity, Delay: 1),
        };

    private static readonly Gen<PlanSource> AnySource =
        from amount in Gen.Choose(0, 30)
        from begin in Gen.Choose(1, 2)
        from length in Gen.Choose(0, 1)
        from level in Gen.Elements<int?>(null, null, null, 1, 2)
        from type in Gen.Elements<AgencyType?>(null, null, null, AgencyType.Health)
        select new PlanSource("S", new(amount), begin, Math.Min(2, begin + length), level, type);

    private static readonly Gen<PlanGroup> AnyGroup =
        from agency in Gen.Choose(0, 2)
        from level in Gen.Choose(1, 2)
        from people in Gen.Choose(1, 3)
        from below in Gen.Choose(0, Math.Min(2, people))
        select new PlanGroup(agency, level, people, below, level == 2);

    private static readonly Gen<PlanLimits> AnyLimits =
        from runs in Gen.Elements<int?>(null, null, 1, 2)
        from critical in Gen.Elements<int?>(null, null, null, 50, 100)
        from agency in Gen.Elements<int?>(null, null, null, 40, 100)
        from weight in Gen.Choose(1, 3)
        from pays in Gen.Elements(false, true)
        select new PlanLimits(runs, critical, agency, weight, pays);

    public static readonly Gen<PlanQuestion> Any =
        from offers in AnyOffer.ListOf(2)
        from sources in AnySource.ListOf(2)
        from groups in AnyGroup.ListOf(3)
        from limits in AnyLimits
        select new PlanQuestion(2, [.. sources], [.. offers],
            [.. Enumerable.Range(0, 3).Select(a => new PlanAgency(Id<Agency>.New(), $"Agency {a}", Kinds[a % 2]))],
            [.. groups.DistinctBy(g => (g.Agency, g.Level))], limits);

    /// <summary>
    /// The largest value of any plan, by trying them all; null where none keeps to the limits. It knows nothing of classes, periods or
    /// bounds: dates are tried month by month, people group by group, and money by whether a way to pay is found.
    /// </summary>
    public static int? Best(PlanQuestion question)
    {
        int? best = null;
        foreach (var runs in Counts([.. question.Offers.SelectMany(o =>
            Enumerable.Repeat(o.Capacity is { } room ? (question.Below() + room - 1) / room : 0, question.Months))]))
        {
            int RunsOf(int offer, int month) => runs[(offer * question.Months) + month - 1];
            if (Enumerable.Range(1, question.Months).Any(m =>
                question.Offers.Index().Sum(o => RunsOf(o.Index, m)) > (question.Limits.RunsAMonth ?? int.MaxValue))) continue;
            // Where a person's place can come from: a course of their level in a month.
            var ways = (from those in question.Groups.Index()
                        from offer in question.Offers.Index().Where(o => o.Item.Level == those.Item.Level)
                        from month in Enumerable.Range(1, question.Months)
                        select (Group: those.Index, Offer: offer.Index, Month: month)).ToList();
            foreach (var places in Counts([.. ways.Select(w => question.Groups[w.Group].Below)],
                most: taken => question.Groups.Index().All(g =>
                    ways.Index().Where(w => w.Item.Group == g.Index && w.Index < taken.Count).Sum(w => taken[w.Index]) <= g.Item.Below)
                    && HaveRoom(question, RunsOf, ways, taken)))
            {
                var value = ways.Index().Sum(w => places[w.Index] * question.WeightOf(question.Groups[w.Item.Group]));
                if (value <= best) continue;
                var plan = new Plan(
                    [.. from offer in Enumerable.Range(0, question.Offers.Count)
                        from month in Enumerable.Range(1, question.Months)
                        select new PlanPurchase(offer, month, RunsOf(offer, month), ways.Index()
                            .Where(w => w.Item.Offer == offer && w.Item.Month == month)
                            .GroupBy(w => question.Agencies[question.Groups[w.Item.Group].Agency].Type)
                            .ToDictionary(g => g.Key, g => g.Sum(w => places[w.Index])))],
                    [.. ways.Index().GroupBy(w => w.Item.Group).Select(g => new PlanGiven(g.Key, g.Sum(w => places[w.Index])))]);
                if (PlanChecks.Broken(question, plan) == PlanLimit.None) best = value;
            }
        }
        return best;
    }

    private static bool HaveRoom(
        PlanQuestion question, Func<int, int, int> runs, List<(int Group, int Offer, int Month)> ways, IReadOnlyList<int> taken)
    {
        int Used(int offer, Func<int, bool> inMonth) =>
            ways.Index().Where(w => w.Index < taken.Count && w.Item.Offer == offer && inMonth(w.Item.Month)).Sum(w => taken[w.Index]);
        return question.Offers.Index().Where(o => o.Item.HasDates).All(o => Enumerable.Range(1, question.Months).All(month =>
            o.Item.TrainsTrainers
                ? Used(o.Index, m => m <= month) <= o.Item.Capacity * Enumerable.Range(1, question.Months)
                    .Where(m => m + o.Item.Delay <= month).Sum(m => runs(o.Index, m))
                : Used(o.Index, m => m == month) <= o.Item.Capacity * runs(o.Index, month)));
    }

    /// <summary>Every way to count up to these numbers, leaving out what begins in a way that cannot be.</summary>
    private static IEnumerable<IReadOnlyList<int>> Counts(IReadOnlyList<int> upTo, Func<IReadOnlyList<int>, bool>? most = null)
    {
        List<int> now = [];
        return Deeper();

        IEnumerable<IReadOnlyList<int>> Deeper()
        {
            if (now.Count == upTo.Count)
            {
                yield return now;
                yield break;
            }
            var place = now.Count;
            for (var count = 0; count <= upTo[place]; count++)
            {
                now.Add(count);
                if (most?.Invoke(now) ?? true)
                    foreach (var each in Deeper())
                        yield return each;
                now.RemoveAt(place);
            }
        }
    }
}
