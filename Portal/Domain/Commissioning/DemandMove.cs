namespace Portal.Domain;

/// <summary>
/// Someone of several agencies who came to need a level at one of them within a year, or ceased to. Who needed it at another then, or does
/// now, has moved, and neither starts nor leaves where both agencies are looked at together.
/// </summary>
/// <param name="Came">Where they need it, and did not a year before.</param>
/// <param name="Went">Where they needed it a year before, and do not.</param>
/// <param name="Stayed">Where they needed it then, and do now.</param>
public sealed record DemandMove(int Level, IReadOnlyList<Id<Agency>> Came, IReadOnlyList<Id<Agency>> Went, IReadOnlyList<Id<Agency>> Stayed)
{
    /// <param name="asAt">The day of the count.</param>
    public static IReadOnlyList<DemandMove> Of(IEnumerable<PersonToTrain> people, DateOnly asAt) =>
    [
        .. from person in people.GroupBy(p => p.Staff)
           where person.Skip(1).Any()
           let needs = person.Select(p => (p.Agency, Now: p.NeedOn(asAt), Then: p.NeedOn(asAt.AddYears(-1)))).ToList()
           from level in needs.SelectMany(n => new[] { n.Now, n.Then }).OfType<int>().Distinct().Order()
           let move = new DemandMove(level, [.. needs.Where(n => n.Now == level && n.Then != level).Select(n => n.Agency)],
               [.. needs.Where(n => n.Then == level && n.Now != level).Select(n => n.Agency)],
               [.. needs.Where(n => n.Then == level && n.Now == level).Select(n => n.Agency)])
           where move.Came.Count + move.Went.Count > 0 && move.Came.Count + move.Went.Count + move.Stayed.Count > 1
           select move,
    ];

    /// <summary>
    /// What is so of a level at several agencies that are looked at together: whoever moved among them neither started nor left.
    /// </summary>
    /// <param name="cells">Of one level.</param>
    /// <param name="moves">Of the same level, at these agencies and others.</param>
    public static IReadOnlyList<DemandCount.Cell> Settle(IReadOnlyList<DemandCount.Cell> cells, IEnumerable<DemandMove> moves)
    {
        var within = cells.Select(c => c.Agency).ToHashSet();
        var (came, went) = (new Dictionary<Id<Agency>, int>(), new Dictionary<Id<Agency>, int>());
        foreach (var move in moves)
        {
            if (move.Went.Concat(move.Stayed).Any(within.Contains)) Add(came, move.Came);
            if (move.Came.Concat(move.Stayed).Any(within.Contains)) Add(went, move.Went);
        }
        return [.. cells.Select(c => c with
        {
            Started = c.Started - came.GetValueOrDefault(c.Agency), Left = c.Left - went.GetValueOrDefault(c.Agency),
        })];
    }

    private static void Add(Dictionary<Id<Agency>, int> counts, IEnumerable<Id<Agency>> agencies)
    {
        foreach (var agency in agencies) counts[agency] = counts.GetValueOrDefault(agency) + 1;
    }
}
