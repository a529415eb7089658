namespace Portal.Domain;

/// <summary>Where an agency stands on a standard. Unknown and not yet due are results of their own, never a pass.</summary>
public enum Outcome { Met, PartlyMet, NotMet, Unknown, NotYetDue, NotApplicable }

public enum Severity { Low, Medium, High, Critical }

public enum Basis { Statutory, AgreedByPartnership, GoodPractice }

public static class StandardWords
{
    /// <summary>It was measured and said: only these count in a share.</summary>
    public static bool IsJudged(this Outcome outcome) => outcome is Outcome.Met or Outcome.PartlyMet or Outcome.NotMet;

    public static string Words(this Outcome outcome) => outcome switch
    {
        Outcome.Met => "Met",
        Outcome.PartlyMet => "Partly met",
        Outcome.NotMet => "Not met",
        Outcome.Unknown => "Unknown",
        Outcome.NotYetDue => "Not yet due",
        Outcome.NotApplicable => "Not applicable",
    };

    public static string Words(this Severity severity) => severity switch
    {
        Severity.Low => "Low",
        Severity.Medium => "Medium",
        Severity.High => "High",
        Severity.Critical => "Critical",
    };

    public static string Words(this Basis basis) => basis switch
    {
        Basis.Statutory => "Statutory",
        Basis.AgreedByPartnership => "Agreed by the partnership",
        Basis.GoodPractice => "Good practice",
    };
}
