namespace Portal.Domain;

/// <summary>When something takes place, by the clock on the wall.</summary>
public static class SessionWords
{
    /// <summary>"Tuesday 8 December 2026, 9:30am to 4:30pm".</summary>
    public static string Words(this CourseRun.Hours hours) =>
        $"{hours.Day.DayOfWeek} {Domain.Words.Day(hours.Day)}, {Domain.Words.Time(hours.Starts)} to {Domain.Words.Time(hours.Ends)}";

    /// <summary>Where someone comes to who has a place; nothing that is confidential.</summary>
    public static string Where(Venue? venue, CourseMode mode) => venue?.Words
        ?? (mode == CourseMode.LiveOnline ? "Live online" : "To be decided");
}
