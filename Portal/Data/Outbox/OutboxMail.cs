namespace Portal.Data.Outbox;

public enum MailState { Queued, Sent, Failed }

/// <summary>
/// A message written in the same transaction as the change that caused it. Its key is unique, so a job that runs twice
/// writes it once; its id names the file or the Message-ID, so a second try is recognised as the same message.
/// </summary>
[KeepsOwnHistory]
public sealed class OutboxMail : IBelongToPartnership
{
    /// <summary>How long one attempt may take before another sender may try: longer than any answer is waited for.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>How long a server may go on saying "not now". Five days is what RFC 5321, 4.5.4.1, expects of a sender.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromDays(5);

    public const int LongestProblem = 2000;

    public Id<OutboxMail> Id { get; init; } = Id<OutboxMail>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>The class of the message, for example "EditionIssuedMail".</summary>
    public required string Kind { get; init; }

    /// <summary>What makes it the same message as another, for example an edition and a recipient.</summary>
    public required string Key { get; init; }
    public required string ToAddress { get; init; }
    public required string ToName { get; init; }
    public required string Subject { get; init; }

    /// <summary>Where a reply goes; null when it reaches nobody.</summary>
    public string? ReplyTo { get; init; }

    /// <summary>Empty once the housekeeping has removed it, like <see cref="Text"/>.</summary>
    public required string Html { get; init; }
    public required string Text { get; init; }

    /// <summary>What a calendar is asked to do; null when nothing, and once the housekeeping has removed it.</summary>
    public string? Calendar { get; init; }

    /// <summary>Whether the body is for the recipient's eyes alone.</summary>
    public bool IsPrivate { get; init; }
    public required DateTime QueuedAt { get; init; }
    public MailState State { get; private set; }

    /// <summary>How often it was handed to the mail server since it was queued or sent again.</summary>
    public int Attempts { get; private set; }

    /// <summary>
    /// Not before this instant; also the lease of the sender that has it in hand. Every transition moves it and every save
    /// checks it, so of two senders only one can claim a message or record how it ended.
    /// </summary>
    public required DateTime NextAttemptAt { get; set; }
    public DateTime? SentAt { get; private set; }

    /// <summary>Since when it has been tried: when it was queued, or sent again by a person.</summary>
    public DateTime? TryingSince { get; private set; }

    /// <summary>The last answer of the mail server, in its own words, as far as there is room for them.</summary>
    public string? Problem { get; private set => field = value?[..Math.Min(value.Length, LongestProblem)]; }

    /// <summary>Takes it in hand: nobody else may try before the lease ends.</summary>
    public void Claim(DateTime now)
    {
        if (State != MailState.Queued || NextAttemptAt > now) throw new Refused("This message is not due");
        (NextAttemptAt, Attempts, TryingSince) = (Whole(now + Lease), Attempts + 1, TryingSince ?? Whole(now));
    }

    public void Sent(DateTime now) => (State, SentAt, Problem, NextAttemptAt) = (MailState.Sent, now, null, Whole(now));

    /// <summary>The server said "not now": tried again after a delay, or given up when it has said so for <see cref="Patience"/>.</summary>
    public void Postpone(string problem, DateTime now, TimeSpan delay)
    {
        if (now - TryingSince >= Patience) Fail($"Given up after {Patience.Days} days. {problem}", now);
        else (Problem, NextAttemptAt) = (problem, Whole(now + delay));
    }

    /// <summary>The server said "never": a person must look.</summary>
    public void Fail(string problem, DateTime now) => (State, Problem, NextAttemptAt) = (MailState.Failed, problem, Whole(now));

    public void SendAgain(DateTime now)
    {
        if (State != MailState.Failed) throw new Refused("Only a message that could not be delivered can be sent again");
        if (Text.Length == 0) throw new Refused("The text of this message is no longer kept, so it cannot be sent again");
        (State, NextAttemptAt, Attempts, TryingSince) = (MailState.Queued, Whole(now), 0, null);
    }

    /// <summary>A millisecond is what both databases keep exactly, and a lease must compare equal when it is read back.</summary>
    private static DateTime Whole(DateTime instant) => instant.AddTicks(-(instant.Ticks % TimeSpan.TicksPerMillisecond));
}
