namespace Portal.Domain;

// Urgent training is commissioned first and asked for within so many days, and recorded as such from the beginning.
public sealed partial class CommissioningRequest
{
    /// <summary>The day on which urgent training was commissioned, before it was asked for; null for all other.</summary>
    public DateOnly? CommissionedOn { get; private set; }

    /// <summary>The last day on which it is asked for in time, by the terms when it was begun; null for all other.</summary>
    public DateOnly? AskBy { get; private set; }

    /// <summary>Why it could not wait, in the agency’s words; null for all other.</summary>
    public string? Urgency { get; private set; }

    /// <summary>The day on which it was first sent for a decision; null while it never was.</summary>
    public DateOnly? AskedOn => events.Where(e => e.Step == RequestStep.Submitted).Select(e => (DateOnly?)UkClock.DayOf(e.At)).Min();

    /// <summary>Whether the days to ask for it passed before it was first sent.</summary>
    public bool IsAskedLate(DateOnly today) => AskBy < (AskedOn ?? today);

    /// <summary>
    /// It was commissioned already, because it was urgent. Refused once anything was done with the request, for a day to come, and for one
    /// longer ago than a year.
    /// </summary>
    public void CommissionedFirst(DateOnly on, string? because, CommissioningTerms terms, DateTime now)
    {
        var today = UkClock.DayOf(now);
        if (events.Exists(e => e.Step != RequestStep.Started))
            throw new Refused("That training was urgent is said when a request is begun");
        if (on > today) throw new Refused("The day must be today or in the past", nameof(CommissionedOn));
        if (on < today.AddYears(-1)) throw new Refused("The day must be within the last year", nameof(CommissionedOn));
        if (string.IsNullOrWhiteSpace(because)) throw new Refused("Enter why it could not wait", nameof(Urgency));
        (CommissionedOn, AskBy, Urgency) = (on, on.AddDays(terms.UrgentDays), because);
    }

    /// <summary>How urgent training stands, in a sentence; null for all other.</summary>
    public string? UrgentWords(DateOnly today) => (CommissionedOn, AskBy, AskedOn) switch
    {
        ({ } on, { } by, { } asked) => $"It was urgent: commissioned on {Words.Day(on)} and asked for on {Words.Day(asked)}, "
            + (IsAskedLate(today) ? $"after the last day for it, {Words.Day(by)}." : "in time."),
        ({ } on, { } by, null) => $"It was urgent: commissioned on {Words.Day(on)}. "
            + (IsAskedLate(today) ? $"The last day to ask for it was {Words.Day(by)}, so it is late."
                : $"It is to be asked for by {Words.Day(by)}."),
        _ => null,
    };
}
