namespace Portal.Domain;

/// <summary>
/// Working days in England: Monday to Friday without bank holidays. Bank holidays follow the Banking and Financial
/// Dealings Act 1971 with substitute days, and the one-off days proclaimed since 2020.
/// </summary>
public static class WorkingDays
{
    private static readonly DateOnly[] Proclaimed =
        [new(2020, 5, 8), new(2022, 6, 2), new(2022, 6, 3), new(2022, 9, 19), new(2023, 5, 8)];

    // Early May moved in 2020 for the 75th anniversary of VE Day, spring moved in 2022 for the Platinum Jubilee.
    private static readonly DateOnly[] Moved = [new(2020, 5, 4), new(2022, 5, 30)];

    public static bool IsWorkingDay(DateOnly day) =>
        day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !BankHolidays(day.Year).Contains(day);

    /// <summary>
    /// The day <paramref name="count"/> working days after <paramref name="day"/>, or before it when
    /// negative; 0 gives the day itself.
    /// </summary>
    public static DateOnly AddWorkingDays(this DateOnly day, int count)
    {
        for (var left = Math.Abs(count); left > 0;)
        {
            day = day.AddDays(Math.Sign(count));
            if (IsWorkingDay(day)) left--;
        }
        return day;
    }

    /// <summary>Bank holidays of England and Wales that fall in a year.</summary>
    public static IReadOnlySet<DateOnly> BankHolidays(int year)
    {
        var easter = EasterSunday(year);
        var christmas = Substitute(new(year, 12, 25), taken: null);
        HashSet<DateOnly> days =
        [
            Substitute(new(year, 1, 1), taken: null),
            easter.AddDays(-2), easter.AddDays(1),
            Monday(new(year, 5, 1), step: 1), Monday(new(year, 5, 31), step: -1), Monday(new(year, 8, 31), step: -1),
            christmas, Substitute(new(year, 12, 26), christmas),
        ];
        days.ExceptWith(Moved);
        days.UnionWith(Proclaimed.Where(d => d.Year == year));
        return days;
    }

    /// <summary>A holiday on a weekend moves to the next weekday that is not already one.</summary>
    private static DateOnly Substitute(DateOnly day, DateOnly? taken)
    {
        while (day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || day == taken) day = day.AddDays(1);
        return day;
    }

    private static DateOnly Monday(DateOnly day, int step)
    {
        while (day.DayOfWeek != DayOfWeek.Monday) day = day.AddDays(step);
        return day;
    }

    /// <summary>The Gregorian computus, by the anonymous method of 1876.</summary>
    private static DateOnly EasterSunday(int year)
    {
        var (a, b, c) = (year % 19, year / 100, year % 100);
        var h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        var l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        var sum = h + l - 7 * ((a + 11 * h + 22 * l) / 451) + 114;
        return new(year, sum / 31, sum % 31 + 1);
    }
}
