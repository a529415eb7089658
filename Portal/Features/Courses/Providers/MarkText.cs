using Portal.Components;

namespace Portal.Features.Courses.Providers;

/// <summary>Quality marks as people read them.</summary>
public static class MarkText
{
    /// <summary>"Ends on 3 March 2027 (in 12 days)", "Ended on …", "Counts from …", "Does not end".</summary>
    public static string Ends(QualityMark mark, DateOnly today) =>
        mark.From > today ? $"Counts from {mark.From.Words()} ({mark.From.DistanceFrom(today)})"
        : mark.EndsOn is not { } ends ? "Does not end"
        : $"{(ends < today ? "Ended" : "Ends")} on {ends.Words()} ({ends.DistanceFrom(today)})";
}
