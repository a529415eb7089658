namespace Portal.Components;

/// <summary>Days as people say them.</summary>
public static class DayText
{
    /// <summary>"6 December 2016".</summary>
    public static string Words(this DateOnly day) => Domain.Words.Day(day);

    /// <summary>"6 Dec 2016", where a column is narrow.</summary>
    public static string Short(this DateOnly day) => Domain.Words.ShortDay(day);

    /// <summary>How far away a day is: "today", "in 9 days", "3 days ago"; in months beyond 90 days and in years beyond two.</summary>
    public static string DistanceFrom(this DateOnly day, DateOnly today)
    {
        var days = day.DayNumber - today.DayNumber;
        return days switch
        {
            0 => "today",
            1 => "tomorrow",
            -1 => "yesterday",
            > 0 => $"in {Days(days)}",
            < 0 => $"{Days(-days)} ago",
        };
    }

    /// <summary>A length of days: "1 day", "9 days"; in months beyond 90 days and in years beyond two.</summary>
    public static string Days(this int days) => days switch
    {
        1 => "1 day",
        <= 90 => $"{days} days",
        <= 730 => $"{Math.Round(days / 30.44)} months",
        _ => $"{Math.Round(days / 365.25)} years",
    };
}
