namespace Portal.Domain;

/// <summary>Where a return stands. It can be written in as a draft, when changes are asked for, and when it is reopened.</summary>
public enum AssessmentState
{
    Draft,
    /// <summary>Sent by the training lead, waiting for the executive lead.</summary>
    AwaitingSignature,
    /// <summary>Signed, waiting for the commissioner.</summary>
    Submitted,
    ChangesRequested,
    /// <summary>Frozen: a later change is a new version.</summary>
    Accepted,
    /// <summary>A new version of an accepted return, being written.</summary>
    Reopened,
}

/// <summary>How a return stands against its due hour.</summary>
public enum Timeliness { NotDue, OnTime, Late, NotReturned }

/// <summary>The parts of a return that are answered one by one, and can be shared out.</summary>
public enum AssessmentSection { People, Questions, Actions, Costing }

public enum AssessmentStep { Opened, Sent, SentBack, Signed, ChangesRequested, Accepted, Reopened, Extended, Shared }

public static class AssessmentWords
{
    public static string Words(this AssessmentState state) => state switch
    {
        AssessmentState.Draft => "being written",
        AssessmentState.AwaitingSignature => "waiting for the executive lead",
        AssessmentState.Submitted => "with the commissioner",
        AssessmentState.ChangesRequested => "sent back for changes",
        AssessmentState.Accepted => "accepted",
        AssessmentState.Reopened => "reopened",
    };

    public static string Words(this Timeliness timeliness) => timeliness switch
    {
        Timeliness.NotDue => "not due yet",
        Timeliness.OnTime => "on time",
        Timeliness.Late => "late",
        Timeliness.NotReturned => "not returned",
    };

    public static string Words(this AssessmentSection section) => section switch
    {
        AssessmentSection.People => "People",
        AssessmentSection.Questions => "Questions",
        AssessmentSection.Actions => "Actions",
        AssessmentSection.Costing => "Costing",
    };

    public static string Words(this AssessmentStep step) => step switch
    {
        AssessmentStep.Opened => "Opened",
        AssessmentStep.Sent => "Sent to the executive lead",
        AssessmentStep.SentBack => "Sent back by the executive lead",
        AssessmentStep.Signed => "Signed and submitted",
        AssessmentStep.ChangesRequested => "Changes requested",
        AssessmentStep.Accepted => "Accepted",
        AssessmentStep.Reopened => "Reopened as a new version",
        AssessmentStep.Extended => "Given more time",
        AssessmentStep.Shared => "Shared with a colleague",
    };
}
