namespace Portal.Domain;

/// <summary>
/// How many places a level will still need by the end of each month: who is below it then if nobody trains, more who start and fewer who
/// leave as in the year before, less those of them who have a place already and will use it as places were used before.
/// </summary>
public static class DemandForecast
{
    /// <summary>How far it usually looks.</summary>
    public const int Months = 18;

    /// <param name="People">Who need the level today.</param>
    /// <param name="Below">
    /// Of the people known today, those who do not hold it in date: today, then at the end of each month, if nobody trains.
    /// </param>
    /// <param name="Started">Who came to need it in the last 12 months.</param>
    /// <param name="Left">Who ceased to need it in the last 12 months.</param>
    /// <param name="Booked">Of those below, at each of the same days, who has a place by then on a course that answers the need.</param>
    /// <param name="Used">Of the places of the last two years on such courses, those that were used.</param>
    /// <param name="Counted">The places of which <paramref name="Used"/> is a part; with none, every place is taken to be used.</param>
    public sealed record Facts(
        int People, IReadOnlyList<int> Below, int Started, int Left, IReadOnlyList<int> Booked, int Used, int Counted)
    {
        /// <summary>Of a level, added up over agencies.</summary>
        /// <param name="used">Of the places of the last two years, how many were used, and of how many.</param>
        public static Facts Of(IReadOnlyCollection<DemandCount.Cell> cells, (int Used, int All) used)
        {
            IReadOnlyList<int> Sum(Func<DemandCount.Cell, IReadOnlyList<int>> of) =>
                [.. Enumerable.Range(0, DemandAssumptions.MostMonths + 1).Select(m => cells.Sum(c => of(c)[m]))];
            return new(cells.Sum(c => c.People), Sum(c => c.Below), cells.Sum(c => c.Started), cells.Sum(c => c.Left), Sum(c => c.Booked),
                used.Used, used.All);
        }

        /// <summary>The share of places that is used: as it was, or as a scenario has it.</summary>
        public decimal UsedShare(DemandAssumptions assumed) =>
            assumed.Attendance is { } percent ? percent / 100m : Counted == 0 ? 1 : (decimal)Used / Counted;
    }

    /// <param name="Until">The last day of the month.</param>
    /// <param name="Starters">More below the level, by those who start.</param>
    /// <param name="Leavers">Fewer below it, by those who leave: of each as many as are below it today.</param>
    /// <param name="Places">Fewer below it, by places that will have been used by then.</param>
    public sealed record Line(DateOnly Until, int Below, int Starters, int Leavers, int Places)
    {
        public int Needed => Math.Max(0, Below + Starters - Leavers - Places);
    }

    public static IReadOnlyList<Line> Of(Facts facts, DateOnly today) => Of(facts, DemandAssumptions.Usual, today);

    public static IReadOnlyList<Line> Of(Facts facts, DemandAssumptions assumed, DateOnly today)
    {
        var share = facts.People == 0 ? 0 : (decimal)facts.Below[0] / facts.People;
        var growth = facts.People * assumed.Growth / 100m;
        // Nobody holds a level when they start, and of those who leave the same share is below it as of all.
        var (start, leave) = (facts.Started * assumed.Starters / 100m + Math.Max(0, growth),
            (facts.Left * assumed.Leavers / 100m + Math.Max(0, -growth)) * share);
        return [.. Enumerable.Range(1, assumed.Months).Select(month => new Line(
            EndOf(today, month), facts.Below[month], Whole(start * month / 12), Whole(leave * month / 12),
            Whole(facts.Booked[month] * facts.UsedShare(assumed))))];
    }

    /// <summary>The last day of the month that is so many months ahead; 1 is the month in hand.</summary>
    public static DateOnly EndOf(DateOnly today, int month) => new DateOnly(today.Year, today.Month, 1).AddMonths(month).AddDays(-1);

    private static int Whole(decimal people) => (int)decimal.Round(people, MidpointRounding.AwayFromZero);
}
