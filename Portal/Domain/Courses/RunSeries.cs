namespace Portal.Domain;

/// <summary>The days on which a run is given again, every so many weeks; a day on which nobody works is left out, with why.</summary>
public static class RunSeries
{
    public const int MostTimes = 52, MostWeeks = 52;

    /// <param name="Days">How many days later than the run that is copied.</param>
    /// <param name="WhyNot">Why it is left out, in a sentence; null when it is not.</param>
    public sealed record Copy(int Days, string? WhyNot);

    /// <param name="hours">The sessions of the run that is copied, in their order.</param>
    /// <param name="first">The first day of the first copy.</param>
    public static IReadOnlyList<Copy> Of(IReadOnlyList<CourseRun.Hours> hours, DateOnly first, int times, int everyWeeks)
    {
        if (times is < 1 or > MostTimes) throw new Refused($"How often must be between 1 and {MostTimes}", "Times");
        if (everyWeeks is < 1 or > MostWeeks) throw new Refused($"Weeks must be between 1 and {MostWeeks}", "EveryWeeks");
        var later = first.DayNumber - hours[0].Day.DayNumber;
        return [.. Enumerable.Range(0, times).Select(n => later + n * everyWeeks * 7)
            .Select(days => new Copy(days, hours.Select(h => WhyNot(h.Day, h.Day.AddDays(days))).FirstOrDefault(why => why is not null)))];
    }

    /// <summary>A course that is given at weekends may be given at weekends again.</summary>
    private static string? WhyNot(DateOnly day, DateOnly copy) =>
        WorkingDays.BankHolidays(copy.Year).Contains(copy) ? $"{Words.Day(copy)} is a bank holiday"
        : WorkingDays.IsWorkingDay(copy) || day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? null
        : $"{Words.Day(copy)} is a {copy.DayOfWeek}";
}
