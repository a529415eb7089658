using Portal.Domain;

namespace Portal.Components;

/// <summary>The end of the class names that colour a status.</summary>
internal static class Look
{
    public static string Of(Outcome outcome) => outcome switch
    {
        Outcome.Met => "met",
        Outcome.PartlyMet => "partly",
        Outcome.NotMet => "not-met",
        Outcome.Unknown => "unknown",
        Outcome.NotYetDue => "not-yet",
        Outcome.NotApplicable => "na",
    };

    public static string Of(Severity severity) => severity switch
    {
        Severity.Low => "low",
        Severity.Medium => "medium",
        Severity.High => "high",
        Severity.Critical => "critical",
    };
}
