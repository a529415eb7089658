namespace Portal.Domain;

/// <summary>
/// How many dates of a course would give everyone a place that a forecast says will need one, and on which days: spread evenly over the
/// months, never before there are people to fill them, and only on days that are free for those who would come.
/// </summary>
public static class SuggestedRuns
{
    /// <summary>No date is suggested sooner: there would be no time to find a room, and for people to ask for the day.</summary>
    public const int DaysAhead = 28;

    /// <param name="Until">The last day of the month.</param>
    /// <param name="Days">One for each date; several may be on one day.</param>
    public sealed record Month(DateOnly Until, IReadOnlyList<DateOnly> Days);

    /// <param name="Runs">How many dates it takes.</param>
    /// <param name="Without">Of these, those for which no free day was found.</param>
    public sealed record Plan(int Runs, int Without, IReadOnlyList<Month> Months);

    /// <param name="lines">The forecast.</param>
    /// <param name="seats">People whom one date brings to the level: its places, of which not all are used.</param>
    /// <param name="isFree">Whether a working day suits those who would come.</param>
    public static Plan Of(IReadOnlyList<DemandForecast.Line> lines, decimal seats, DateOnly today, Func<DateOnly, bool> isFree)
    {
        if (lines.Count == 0 || seats <= 0) return new(0, 0, []);
        int Enough(int people) => (int)Math.Ceiling(people / seats);
        var (all, given, months) = (Enough(lines[^1].Needed), 0, new List<Month>());
        for (var i = 0; i < lines.Count; i++)
        {
            var evenly = (int)Math.Ceiling((decimal)all * (i + 1) / lines.Count);
            var due = Math.Min(evenly, i == lines.Count - 1 ? all : Enough(lines[i].Needed)) - given;
            var days = Free(lines[i].Until, today, isFree);
            if (due <= 0 || days.Count == 0) continue;
            // What a month of holidays could not give, the next one does.
            months.Add(new(lines[i].Until, [.. Enumerable.Range(0, due).Select(n => days[(2 * n + 1) * days.Count / (2 * due)])]));
            given += due;
        }
        return new(all, all - given, months);
    }

    private static List<DateOnly> Free(DateOnly until, DateOnly today, Func<DateOnly, bool> isFree) =>
        [.. Enumerable.Range(1, until.Day).Select(day => new DateOnly(until.Year, until.Month, day))
            .Where(day => day >= today.AddDays(DaysAhead) && WorkingDays.IsWorkingDay(day) && isFree(day))];
}
