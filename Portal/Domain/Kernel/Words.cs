using System.Globalization;

namespace Portal.Domain;

/// <summary>Numbers, days and times as people here read them, whatever the language of the machine.</summary>
public static class Words
{
    /// <summary>The culture in which everything is said. Frozen texts and messages are written by it, on any server.</summary>
    public static CultureInfo British { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>"1,234".</summary>
    public static string Number(long number) => number.ToString("N0", British);

    /// <summary>"1 person", "1,234 people"; without a word for several, an s makes it: "3 places".</summary>
    public static string Count(long count, string one, string? several = null) =>
        count == 1 ? $"1 {one}" : $"{Number(count)} {several ?? $"{one}s"}";

    /// <summary>"1st", "2nd", "13th", "21st".</summary>
    public static string Ordinal(int number) => $"{Number(number)}{(number % 100 is 11 or 12 or 13 ? "th" : (number % 10) switch
    {
        1 => "st",
        2 => "nd",
        3 => "rd",
        _ => "th",
    })}";

    /// <summary>"6 December 2016".</summary>
    public static string Day(DateOnly day) => day.ToString("d MMMM yyyy", British);

    /// <summary>"6 Dec 2016", where there is little room.</summary>
    public static string ShortDay(DateOnly day) => day.ToString("d MMM yyyy", British).Replace("Sept", "Sep", StringComparison.Ordinal);

    /// <summary>"6 December", where the year goes without saying.</summary>
    public static string DayAndMonth(DateOnly day) => day.ToString("d MMMM", British);

    /// <summary>"December 2016".</summary>
    public static string Month(DateOnly day) => day.ToString("MMMM yyyy", British);

    /// <summary>"8:15pm", "2pm", "midday".</summary>
    public static string Time(TimeOnly time) => time switch
    {
        { Hour: 12, Minute: 0 } => "midday",
        { Hour: 0, Minute: 0 } => "midnight",
        _ => time.ToString(time.Minute == 0 ? "htt" : "h:mmtt", British).ToLowerInvariant(),
    };

    /// <summary>"5pm on 5 November 2026": a UTC instant by the clocks of London.</summary>
    public static string Instant(DateTime utc) => $"{Time(TimeOnly.FromDateTime(UkClock.Local(utc)))} on {Day(UkClock.DayOf(utc))}";

    /// <summary>The words as they begin a sentence.</summary>
    public static string Capital(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
