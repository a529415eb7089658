namespace Portal.Domain;

/// <summary>
/// Where a booking stands. The first four are alive; of these all but <see cref="Waiting"/> hold a place. The marks of the register
/// come after the beginning of the run, and the rest are how a booking ends without one.
/// </summary>
public enum BookingState
{
    AwaitingManager, Waiting, Offered, Booked,
    Declined, Lapsed, Cancelled, Substituted,
    Attended, PartAttended, DidNotAttend, Excused,
}

/// <summary>What was done with a booking.</summary>
public enum BookingStep
{
    AskedManager, ManagerAgreed, ManagerDeclined, Booked, JoinedWaitingList, Offered, OfferTaken, OfferDeclined, Lapsed,
    Cancelled, CancelledLate, RunCancelled, Substituted, Marked, MarkTakenBack, ChargeWaived,
}

/// <summary>One step of a booking.</summary>
public sealed class BookingEvent : Event<BookingEvent, BookingStep>
{
    public required Id<Booking> BookingId { get; init; }
}

public static class BookingWords
{
    public static string Words(this BookingState state) => state switch
    {
        BookingState.AwaitingManager => "Waiting for the line manager",
        BookingState.Waiting => "On the waiting list",
        BookingState.Offered => "Place offered",
        BookingState.Booked => "Booked",
        BookingState.Declined => "Not agreed",
        BookingState.Lapsed => "Not taken up",
        BookingState.Cancelled => "Cancelled",
        BookingState.Substituted => "Passed to a colleague",
        BookingState.Attended => "Attended",
        BookingState.PartAttended => "Attended in part",
        BookingState.DidNotAttend => "Did not attend",
        BookingState.Excused => "Excused",
    };

    public static string Words(this BookingStep step) => step switch
    {
        BookingStep.AskedManager => "Line manager asked",
        BookingStep.ManagerAgreed => "Line manager agreed",
        BookingStep.ManagerDeclined => "Line manager did not agree",
        BookingStep.Booked => "Booked",
        BookingStep.JoinedWaitingList => "Joined the waiting list",
        BookingStep.Offered => "Place offered",
        BookingStep.OfferTaken => "Offer taken",
        BookingStep.OfferDeclined => "Offer declined",
        BookingStep.Lapsed => "Not taken up in time",
        BookingStep.Cancelled => "Cancelled",
        BookingStep.CancelledLate => "Cancelled late",
        BookingStep.RunCancelled => "Date cancelled",
        BookingStep.Substituted => "Passed to a colleague",
        BookingStep.Marked => "Marked in the register",
        BookingStep.MarkTakenBack => "Mark taken back",
        BookingStep.ChargeWaived => "Charge waived",
    };

    /// <summary>Steps with which somebody comes to have a place.</summary>
    public static IReadOnlyList<BookingStep> GivePlace { get; } = [BookingStep.Booked, BookingStep.ManagerAgreed, BookingStep.OfferTaken];

    /// <summary>Steps with which they have it no more.</summary>
    public static IReadOnlyList<BookingStep> GiveBack { get; } =
        [BookingStep.Cancelled, BookingStep.CancelledLate, BookingStep.RunCancelled, BookingStep.Substituted, BookingStep.ManagerDeclined];

    /// <summary>Whether it can still lead to a place: nobody has two of these on one run.</summary>
    public static bool IsLive(this BookingState state) => state <= BookingState.Booked;

    /// <summary>Whether it takes up one of the places of its run.</summary>
    public static bool HoldsPlace(this BookingState state) => state.IsMark() || (state.IsLive() && state != BookingState.Waiting);

    /// <summary>Whether someone is expected at its hours, or was there: nobody is at two places at once.</summary>
    public static bool TakesTheHours(this BookingState state) => state is BookingState.AwaitingManager or BookingState.Booked
        or BookingState.Attended or BookingState.PartAttended;

    /// <summary>Whether the register says it.</summary>
    public static bool IsMark(this BookingState state) => state >= BookingState.Attended;
}
