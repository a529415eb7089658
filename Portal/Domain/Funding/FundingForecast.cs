namespace Portal.Domain;

/// <summary>
/// What the partnership would still have to find, year by year, if every source is spent on what the costings ask for: in
/// each financial year the sources open in it are used, those that end first before the others.
/// </summary>
public static class FundingForecast
{
    /// <param name="Free">What is not yet committed of it.</param>
    public sealed record Source(Money Free, DateOnly From, DateOnly? EndsOn);

    /// <param name="Year">The calendar year in which the financial year begins.</param>
    /// <param name="Shortfall">What no source covers.</param>
    public sealed record Line(int Year, Money Needed, Money Covered, Money Shortfall);

    public static IReadOnlyList<Line> Of(IReadOnlyDictionary<int, Money> needs, IEnumerable<Source> sources)
    {
        var left = sources.Where(s => s.Free > Money.Zero).OrderBy(s => s.EndsOn ?? DateOnly.MaxValue)
            .Select(s => (Source: s, Free: s.Free)).ToArray();
        List<Line> lines = [];
        foreach (var (year, needed) in needs.OrderBy(n => n.Key))
        {
            var open = needed;
            for (var i = 0; i < left.Length && open > Money.Zero; i++)
            {
                if (!OpenIn(left[i].Source, year)) continue;
                var used = left[i].Free < open ? left[i].Free : open;
                (left[i].Free, open) = (left[i].Free - used, open - used);
            }
            lines.Add(new(year, needed, needed - open, open));
        }
        return lines;
    }

    private static bool OpenIn(Source source, int year) =>
        source.From <= new DateOnly(year + 1, 3, 31) && (source.EndsOn is null || source.EndsOn >= new DateOnly(year, 4, 1));
}
