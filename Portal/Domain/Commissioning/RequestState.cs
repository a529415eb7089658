namespace Portal.Domain;

/// <summary>Where a request to commission training stands. It can be written in as a draft, and when changes are asked for.</summary>
public enum RequestState { Draft, Submitted, ChangesRequested, Approved, Declined, Withdrawn }

/// <summary>The parts of a request that are answered one by one, in any order.</summary>
public enum RequestPart { Need, What, Provider, Quality, Money }

public enum RequestStep
{
    Started, Written, Shared, Submitted, TakenBack, ChangesRequested, Approved, Declined, Withdrawn, Joined, Left, ConditionMet, Ordered,
    SharedOut, Appealed, AppealStands, AppealChanged, ConditionLifted, OrderEnded,
    HandedOver,
}

/// <summary>Who decides on a request, by how much of the partnership’s money it asks for.</summary>
public enum DecisionRoute { Commissioner, SubGroup, Partnership }

/// <summary>How agencies that ask together share what the training costs them.</summary>
public enum SharingRule { Equally, ByPlaces, ByHeadcount }

public static class RequestWords
{
    public static string Words(this RequestState state) => state switch
    {
        RequestState.Draft => "being written",
        RequestState.Submitted => "waiting for a decision",
        RequestState.ChangesRequested => "sent back for changes",
        RequestState.Approved => "approved",
        RequestState.Declined => "declined",
        RequestState.Withdrawn => "withdrawn",
    };

    public static string Words(this RequestPart part) => part switch
    {
        RequestPart.Need => "Why it is needed",
        RequestPart.What => "What is asked for",
        RequestPart.Provider => "Who would give it",
        RequestPart.Quality => "How it meets the standards",
        RequestPart.Money => "What it costs and who pays",
    };

    public static string Words(this RequestStep step) => step switch
    {
        RequestStep.Started => "Started",
        RequestStep.Written => "Written in",
        RequestStep.Shared => "Shown to the partnership",
        RequestStep.Submitted => "Sent for a decision",
        RequestStep.TakenBack => "Taken back to be changed",
        RequestStep.ChangesRequested => "Changes requested",
        RequestStep.Approved => "Approved",
        RequestStep.Declined => "Declined",
        RequestStep.Withdrawn => "Withdrawn",
        RequestStep.Joined => "Joined by another agency",
        RequestStep.Left => "Left by an agency",
        RequestStep.ConditionMet => "A condition was met",
        RequestStep.Ordered => "Ordered",
        RequestStep.SharedOut => "Shared out to a colleague",
        RequestStep.Appealed => "Appealed to the chair",
        RequestStep.AppealStands => "The chair let the decision stand",
        RequestStep.OrderEnded => "The order ended",
        RequestStep.HandedOver => "Handed to another agency",
        RequestStep.AppealChanged => "The chair changed the decision",
        RequestStep.ConditionLifted => "A condition was lifted",
    };

    /// <summary>Whose decision it is, within a sentence.</summary>
    public static string Words(this DecisionRoute route) => route switch
    {
        DecisionRoute.Commissioner => "the commissioner",
        DecisionRoute.SubGroup => "a meeting of the sub-group",
        DecisionRoute.Partnership => "a meeting of the partnership’s board",
    };

    public static string Words(this SharingRule rule) => rule switch
    {
        SharingRule.Equally => "Equally",
        SharingRule.ByPlaces => "By the places each asks for",
        SharingRule.ByHeadcount => "By how many staff each has",
    };

    /// <summary>The kind of body whose meeting decides; null where no meeting does.</summary>
    public static BodyKind? Body(this DecisionRoute route) => route switch
    {
        DecisionRoute.Commissioner => null,
        DecisionRoute.SubGroup => BodyKind.SubGroup,
        DecisionRoute.Partnership => BodyKind.Partnership,
    };
}
