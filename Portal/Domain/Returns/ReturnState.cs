namespace Portal.Domain;

/// <summary>Where a return stands. It can be written in as a draft, when changes are asked for, and when it is reopened.</summary>
public enum ReturnState
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
public enum ReturnSection { People, Questions, Actions, Costing }

public enum ReturnStep { Opened, Sent, SentBack, Signed, ChangesRequested, Accepted, Reopened, Extended, Shared, TakenBack }

public static class ReturnStateWords
{
    public static string Words(this ReturnState state) => state switch
    {
        ReturnState.Draft => "being written",
        ReturnState.AwaitingSignature => "waiting for the executive lead",
        ReturnState.Submitted => "with the commissioner",
        ReturnState.ChangesRequested => "sent back for changes",
        ReturnState.Accepted => "accepted",
        ReturnState.Reopened => "reopened",
    };

    public static string Words(this Timeliness timeliness) => timeliness switch
    {
        Timeliness.NotDue => "not due yet",
        Timeliness.OnTime => "on time",
        Timeliness.Late => "late",
        Timeliness.NotReturned => "not returned",
    };

    public static string Words(this ReturnSection section) => section switch
    {
        ReturnSection.People => "People",
        ReturnSection.Questions => "Questions",
        ReturnSection.Actions => "Actions",
        ReturnSection.Costing => "Costing",
    };

    public static string Words(this ReturnStep step) => step switch
    {
        ReturnStep.Opened => "Opened",
        ReturnStep.Sent => "Sent to the executive lead",
        ReturnStep.SentBack => "Sent back by the executive lead",
        ReturnStep.Signed => "Signed and submitted",
        ReturnStep.ChangesRequested => "Changes requested",
        ReturnStep.Accepted => "Accepted",
        ReturnStep.Reopened => "Reopened as a new version",
        ReturnStep.Extended => "Given more time",
        ReturnStep.Shared => "Shared with a colleague",
        ReturnStep.TakenBack => "Taken back before it was signed",
    };
}
