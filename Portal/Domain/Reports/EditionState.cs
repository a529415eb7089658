namespace Portal.Domain;

public enum EditionState { Draft, Approved, Issued, Superseded }

public enum EditionStep { Prepared, Commented, Approved, Issued, FollowedMeeting, Corrected, Superseded }

/// <summary>One step of an edition.</summary>
public sealed class EditionEvent : Event<EditionEvent, EditionStep>
{
    public required Id<Edition> EditionId { get; init; }
}

public static class EditionWords
{
    public static string Words(this EditionState state) => state switch
    {
        EditionState.Draft => "a draft",
        EditionState.Approved => "approved",
        EditionState.Issued => "issued",
        EditionState.Superseded => "replaced by a correction",
    };
}
