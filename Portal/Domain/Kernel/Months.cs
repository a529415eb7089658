using System.Globalization;

namespace Portal.Domain;

/// <summary>
/// The months as people write them in English: said here, because machines differ in what their own tables hold (“Sep”, “Sept”); and
/// counting in months, backwards.
/// </summary>
public static class Months
{
    private static readonly string[] Names =
        ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

    /// <summary>The number, from 1, of a month by its name or its first letters, three or more: "Sep", "sept", "SEPTEMBER".</summary>
    public static bool TryRead(string word, out int month)
    {
        month = word.Length < 3 ? 0 : 1 + Array.FindIndex(Names, name => name.StartsWith(word, StringComparison.OrdinalIgnoreCase));
        return month > 0;
    }

    /// <summary>
    /// The earliest day from which so many months reach <paramref name="day"/>; the ends of short months make
    /// it differ from counting back.
    /// </summary>
    public static DateOnly EarliestReaching(DateOnly day, int months)
    {
        var candidate = day.AddMonths(-months);
        return candidate.AddMonths(months) >= day ? candidate : candidate.AddDays(1);
    }

    /// <summary>The first day of the month in which a day is.</summary>
    public static DateOnly FirstDayOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>A month as addresses say it: "2026-12".</summary>
    public static string Key(DateOnly day) => $"{day:O}"[..7];

    /// <summary>The first day of a month that an address says; null for anything else.</summary>
    public static DateOnly? OfKey(string? key) => DateOnly.TryParseExact(
        $"{key}-01", "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 2000 and < 2200 ? day : null;
}
