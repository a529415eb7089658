namespace Portal.Domain;

public enum EditionState { Draft, Approved, Issued, Superseded }

public enum EditionStep { Prepared, Commented, Approved, Issued, FollowedMeeting, Corrected, Superseded, Withdrawn, Reminded }

/// <summary>One step of an edition.</summary>
public sealed class EditionEvent : Event<EditionEvent, EditionStep>
{
    public required Id<Edition> EditionId { get; init; }
}

public static class EditionWords
{
    /// <summary>"Edition 4", and of a correction "Edition 4, version 2".</summary>
    public static string Called(int number, int revision) => $"Edition {number}{(revision > 1 ? $", version {revision}" : "")}";

    public static string Words(this EditionState state) => state switch
    {
        EditionState.Draft => "a draft",
        EditionState.Approved => "approved",
        EditionState.Issued => "issued",
        EditionState.Superseded => "replaced by a correction",
    };

    public static string Words(this EditionStep step) => step switch
    {
        EditionStep.Prepared => "Figures written",
        EditionStep.Commented => "Commentary written",
        EditionStep.Approved => "Approved",
        EditionStep.Issued => "Issued",
        EditionStep.FollowedMeeting => "The meeting moved",
        EditionStep.Corrected => "Correction started",
        EditionStep.Superseded => "Replaced by a correction",
        EditionStep.Withdrawn => "Approval withdrawn",
        EditionStep.Reminded => "Reminder sent",
    };

    public static string Words(this RecommendationStep step) => step switch
    {
        RecommendationStep.Reworded => "Recommendation changed",
        RecommendationStep.Merged => "Recommendation merged",
        RecommendationStep.Added => "Recommendation added",
        RecommendationStep.Dropped => "Recommendation left out",
        RecommendationStep.PutBack => "Recommendation put back",
        RecommendationStep.Kept => "Recommendation kept beside new figures",
    };
}
