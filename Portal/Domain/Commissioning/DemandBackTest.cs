namespace Portal.Domain;

/// <summary>
/// The forecast as it would have been made on an earlier day, beside what became of it: who needed a place at the end of each month since,
/// had nobody been booked after that day.
/// </summary>
/// <param name="Lines">One for each level, day and month.</param>
public sealed record DemandBackTest(IReadOnlyList<DemandBackTest.Line> Lines)
{
    /// <summary>How many months ago forecasts are made again.</summary>
    public static readonly int[] MonthsAgo = [6, 12];

    /// <param name="Made">The day whose knowledge was used.</param>
    /// <param name="Until">The last day of the month that was forecast.</param>
    /// <param name="Expected">Places that were forecast to be needed.</param>
    /// <param name="Happened">People who did need one.</param>
    public sealed record Line(int Level, DateOnly Made, DateOnly Until, int Expected, int Happened)
    {
        public int Error => Math.Abs(Expected - Happened);
    }

    /// <summary>By how many people it was wrong for a level at the end of a month, on average; null with nothing to test.</summary>
    public decimal? MeanError => Lines.Count == 0 ? null : decimal.Round((decimal)Lines.Sum(l => l.Error) / Lines.Count, 1);

    /// <summary>The same in per cent of those who needed a place; null when nobody did.</summary>
    public decimal? PercentError => Lines.Sum(l => l.Happened) is > 0 and var all
        ? decimal.Round(100m * Lines.Sum(l => l.Error) / all, 1) : null;

    /// <summary>Of one level, as one day would have forecast it.</summary>
    public DemandBackTest For(DateOnly made, int level) => new([.. Lines.Where(l => l.Made == made && l.Level == level)]);

    /// <summary>What one day would have forecast, against everyone as they have become.</summary>
    /// <param name="people">Everyone, with all that is known today.</param>
    /// <param name="booked">On that day, the places on dates to come.</param>
    /// <param name="used">Of the places in the two years before that day: how many were used, and of how many, by level.</param>
    public static IEnumerable<Line> Of(Framework framework, IReadOnlyCollection<PersonToTrain> people, DateOnly made, DateOnly today,
        IReadOnlyCollection<(Id<Booking> Id, PlacesAhead.Place Place)> booked, IReadOnlyDictionary<int, (int Used, int All)> used)
    {
        var then = people.Select(p => p.AsKnownOn(made)).ToList();
        var known = DemandCount.Of(framework, then, made, new(framework, booked.Select(b => b.Place))).ToLookup(c => c.Level);
        var moves = DemandMove.Of(then, made).ToLookup(m => m.Level);
        var places = booked.Select(b => b.Id).ToHashSet();
        var months = Enumerable.Range(1, DemandForecast.Months).Where(m => DemandForecast.EndOf(made, m) <= today).ToList();
        var happened = Happened(framework, people.Select(p => p.TrainedOnlyBy(made, places)), made, months);
        return
            from level in framework.Levels
            let number = level.Number
            let cells = known[number].ToList()
            where cells.Count > 0
            let facts = DemandForecast.Facts.Of(DemandMove.Settle(cells, moves[number]), used.GetValueOrDefault(number))
            let lines = DemandForecast.Of(facts, made)
            from month in months
            select new Line(
                number, made, lines[month - 1].Until, lines[month - 1].Needed, happened.GetValueOrDefault((number, month)));
    }

    /// <summary>Who did not hold at the end of each month what their jobs needed on it, by level and month.</summary>
    private static Dictionary<(int Level, int Month), int> Happened(
        Framework framework, IEnumerable<PersonToTrain> people, DateOnly made, IReadOnlyList<int> months)
    {
        var counts = new Dictionary<(int, int), int>();
        foreach (var person in people)
        {
            var (level, until, trained) = ((int?)null, DateOnly.MinValue, person.IsTrainedAfter(made));
            foreach (var month in months)
            {
                var day = DemandForecast.EndOf(made, month);
                if (person.NeedOn(day) is not { } need) continue;
                // Who was trained no more holds what they held until it lapses.
                if (trained || level != need) (level, until) = (need, person.MetUntil(framework, need, trained ? day : made));
                if (until < day) counts[(need, month)] = counts.GetValueOrDefault((need, month)) + 1;
            }
        }
        return counts;
    }
}
