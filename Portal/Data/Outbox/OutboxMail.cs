namespace Portal.Data.Outbox;

public enum MailState { Queued, Sent, Failed }

/// <summary>
/// A message written in the same transaction as the change that caused it. Its key is unique, so a job that runs twice
/// writes it once; its id names the file or the Message-ID, so a second try is recognised as the same message.
/// </summary>
[KeepsOwnHistory]
public sealed class OutboxMail : IBelongToPartnership
{
    public Id<OutboxMail> Id { get; init; } = Id<OutboxMail>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>The class of the message, for example "EditionIssuedMail".</summary>
    public required string Kind { get; init; }

    /// <summary>What makes it the same message as another, for example an edition and a recipient.</summary>
    public required string Key { get; init; }
    public required string ToAddress { get; init; }
    public required string ToName { get; init; }
    public required string Subject { get; init; }
    public required string Html { get; init; }
    public required string Text { get; init; }
    public required DateTime QueuedAt { get; init; }
    public MailState State { get; private set; }
    public int Attempts { get; private set; }

    /// <summary>Not before this instant; also the lease of the sender that has it in hand.</summary>
    public required DateTime NextAttemptAt { get; set; }
    public DateTime? SentAt { get; private set; }

    /// <summary>The last answer of the mail server, in its own words.</summary>
    public string? Problem { get; private set; }

    public void Sent(DateTime now) => (State, SentAt, Problem, Attempts) = (MailState.Sent, now, null, Attempts + 1);

    /// <summary>The server said "not now": try again later.</summary>
    public void Postpone(string problem, DateTime nextAttempt) => (Problem, NextAttemptAt, Attempts) = (problem, nextAttempt, Attempts + 1);

    /// <summary>The server said "never": a person must look.</summary>
    public void Fail(string problem) => (State, Problem, Attempts) = (MailState.Failed, problem, Attempts + 1);

    public void SendAgain(DateTime now)
    {
        if (State != MailState.Failed) throw new Refused("Only a message that could not be delivered can be sent again");
        (State, NextAttemptAt) = (MailState.Queued, now);
    }
}
