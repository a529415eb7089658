namespace Portal.Domain;

/// <summary>The only clock: an instant is UTC, a day is the day in London.</summary>
public sealed class UkClock(TimeProvider time)
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    public DateTime Now => time.GetUtcNow().UtcDateTime;

    public DateOnly Today => DayOf(Now);

    /// <summary>The day in London at a UTC instant.</summary>
    public static DateOnly DayOf(DateTime instant) => DateOnly.FromDateTime(Local(instant));

    /// <summary>Wall-clock time in London at a UTC instant.</summary>
    public static DateTime Local(DateTime instant) =>
        TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instant, DateTimeKind.Utc), London);

    /// <summary>The UTC instant of a time of day in London; in the hour that is missing in March, the one after it.</summary>
    public static DateTime At(DateOnly day, TimeOnly time)
    {
        var local = day.ToDateTime(time);
        return TimeZoneInfo.ConvertTimeToUtc(London.IsInvalidTime(local) ? local.AddHours(1) : local, London);
    }

    /// <summary>The UTC instant at which a London day begins.</summary>
    public static DateTime StartOf(DateOnly day) => At(day, TimeOnly.MinValue);
}
