namespace Portal.Domain;

/// <summary>
/// Who needs each level at each agency and does not hold it, today and at the end of each month to come if nobody trains: everyone is
/// looked at once, and falls below their level in the month in which what they hold lapses.
/// </summary>
public static class DemandCount
{
    /// <summary>A level at an agency. People are counted once for each agency they work for.</summary>
    /// <param name="People">Who need it on the day of the count.</param>
    /// <param name="Below">Who do not hold it in date: on that day, then at the end of each month.</param>
    /// <param name="Booked">Of these, who has a place by then that answers the need.</param>
    /// <param name="Started">Who need it there on that day, and did not a year before.</param>
    /// <param name="Left">Who needed it there a year before, and do not on that day.</param>
    public sealed record Cell(
        Id<Agency> Agency, int Level, int People, IReadOnlyList<int> Below, IReadOnlyList<int> Booked, int Started, int Left);

    /// <param name="asAt">The day of the count.</param>
    /// <param name="places">Null when nothing is asked of them.</param>
    public static IReadOnlyList<Cell> Of(
        Framework framework, IEnumerable<PersonToTrain> people, DateOnly asAt, PlacesAhead? places = null)
    {
        DateOnly[] days = [asAt, .. Enumerable.Range(1, DemandAssumptions.MostMonths).Select(m => DemandForecast.EndOf(asAt, m))];
        var counts = new Dictionary<(Id<Agency>, int), Tally>();
        Tally At(Id<Agency> agency, int level) => counts.TryGetValue((agency, level), out var known) ? known
            : counts[(agency, level)] = new(new int[days.Length], new int[days.Length]);
        foreach (var person in people)
        {
            var (now, before) = (person.NeedOn(asAt), person.NeedOn(asAt.AddYears(-1)));
            if (now is { } need) At(person.Agency, need).People++;
            if (now is { } gained && now != before) At(person.Agency, gained).Started++;
            if (before is { } lost && now != before) At(person.Agency, lost).Left++;
            var (level, until) = ((int?)null, DateOnly.MinValue);
            for (var i = 0; i < days.Length; i++)
            {
                if (person.NeedOn(days[i]) is not { } needed) continue;
                if (level != needed) (level, until) = (needed, person.MetUntil(framework, needed, asAt));
                if (until >= days[i]) continue;
                At(person.Agency, needed).Below[i]++;
                if (places?.Serve(person.Staff, needed, i) == true) At(person.Agency, needed).Booked[i]++;
            }
        }
        return [.. counts.Select(c => new Cell(
            c.Key.Item1, c.Key.Item2, c.Value.People, c.Value.Below, c.Value.Booked, c.Value.Started, c.Value.Left))];
    }

    private sealed class Tally(int[] below, int[] booked)
    {
        public int[] Booked { get; } = booked;
        public int[] Below { get; } = below;
        public int People { get; set; }
        public int Started { get; set; }
        public int Left { get; set; }
    }
}
