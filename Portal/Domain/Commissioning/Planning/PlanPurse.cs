namespace Portal.Domain;

/// <summary>
/// Which sources pay what, and whether they can. What the same sources may pay is one sum, named by their bits, so that whether all can be
/// paid is a handful of comparisons: whatever only some sources pay may not be more than these have.
/// </summary>
public sealed class PlanPurse(IReadOnlyList<PlanSource> sources)
{
    /// <summary>The sources, as bits, that may pay something of a level in a month.</summary>
    /// <param name="type">Of the agency whose place it is; null for what a date costs as a whole.</param>
    public int PayersOf(int level, AgencyType? type, int month) =>
        sources.Index().Where(s => s.Item.Pays(level, type, month)).Aggregate(0, (bits, s) => bits | (1 << s.Index));

    /// <summary>
    /// For what is paid by any of these sets of sources: the sets of which everything that only its members pay must be within what its
    /// members have. All of them kept is as much as that everything can be paid.
    /// </summary>
    public IReadOnlyList<(int Payers, Money Most)> Bounds(IEnumerable<int> payers)
    {
        HashSet<int> unions = [];
        foreach (var one in payers.Distinct().Order().ToList())
            unions.UnionWith([.. unions.Select(u => u | one), one]);
        return [.. unions.Order().Select(u => (u, Of(u)))];
    }

    /// <summary>What each source pays, those that end first before the others; null where they cannot pay it all.</summary>
    /// <param name="costs">By who may pay, in pence.</param>
    public IReadOnlyList<Money>? Pay(IReadOnlyDictionary<int, long> costs)
    {
        (int Payers, long Cost)[] bills = [.. costs.Where(c => c.Value > 0).OrderBy(c => int.PopCount(c.Key)).ThenBy(c => c.Key)
            .Select(c => (c.Key, c.Value))];
        var paid = new long[bills.Length, sources.Count];
        var left = sources.Select(s => s.Amount.Pence).ToArray();
        for (var bill = 0; bill < bills.Length; bill++)
            for (var open = bills[bill].Cost; open > 0;)
            {
                if (WayTo(bill, bills, paid, left) is not { } way) return null;
                open -= Move(way, paid, left, open);
            }
        return [.. sources.Select((s, i) => s.Amount - new Money(left[i]))];
    }

    private Money Of(int payers) => sources.Index().Where(s => (payers & (1 << s.Index)) != 0).Sum(s => s.Item.Amount);

    /// <summary>
    /// From a bill to a source that has money left: straight, or by way of bills that this source’s like has paid and another can pay.
    /// Bills and sources by turns; null where there is none.
    /// </summary>
    private List<int>? WayTo(int bill, (int Payers, long Cost)[] bills, long[,] paid, long[] left)
    {
        var (queue, seen, seenBills) = (new Queue<List<int>>([[bill]]), new HashSet<int>(), new HashSet<int> { bill });
        int[] soonest = [.. Enumerable.Range(0, sources.Count).OrderBy(s => sources[s].Until).ThenBy(s => s)];
        while (queue.TryDequeue(out var way))
            foreach (var source in soonest.Where(s => (bills[way[^1]].Payers & (1 << s)) != 0 && seen.Add(s)))
            {
                if (left[source] > 0) return [.. way, source];
                foreach (var other in Enumerable.Range(0, bills.Length).Where(b => paid[b, source] > 0 && seenBills.Add(b)))
                    queue.Enqueue([.. way, source, other]);
            }
        return null;
    }

    /// <summary>Moves as much along the way as all of it takes, and says how much.</summary>
    private static long Move(List<int> way, long[,] paid, long[] left, long open)
    {
        var most = Math.Min(open, left[way[^1]]);
        for (var i = 1; i + 1 < way.Count; i += 2) most = Math.Min(most, paid[way[i + 1], way[i]]);
        for (var i = 0; i + 1 < way.Count; i += 2)
        {
            paid[way[i], way[i + 1]] += most;
            if (i + 2 < way.Count) paid[way[i + 2], way[i + 1]] -= most;
        }
        left[way[^1]] -= most;
        return most;
    }
}
