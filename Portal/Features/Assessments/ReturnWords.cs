using Portal.Components;

namespace Portal.Features.Assessments;

/// <summary>How pages, files and messages speak of a return.</summary>
public static class ReturnWords
{
    /// <summary>"5pm on 5 November 2026": London's time of a UTC instant.</summary>
    public static string Instant(DateTime instant) => $"{instant.Clock()} on {UkClock.DayOf(instant).Words()}";

    public static string Colour(AssessmentState state) => state switch
    {
        AssessmentState.Draft or AssessmentState.Reopened => "blue",
        AssessmentState.AwaitingSignature => "purple",
        AssessmentState.Submitted => "turquoise",
        AssessmentState.ChangesRequested => "yellow",
        AssessmentState.Accepted => "green",
    };

    /// <summary>The state as it stands alone in a tag.</summary>
    public static string Tag(AssessmentState state) => char.ToUpperInvariant(state.Words()[0]) + state.Words()[1..];

    /// <summary>"3 people", "1 person".</summary>
    public static string People(int count) => count == 1 ? "1 person" : $"{count:N0} people";
}
