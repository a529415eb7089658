namespace Portal.Data.Outbox;

/// <summary>
/// A message to one person: a component, what it needs, and a subject that tells nothing to whoever looks over a shoulder.
/// </summary>
public interface IMail
{
    string ToAddress { get; }
    string ToName { get; }
    string Subject { get; }

    /// <summary>What makes it the same message as another; a second one with the same key is not written.</summary>
    string Key { get; }

    /// <summary>
    /// Whether the body is for the recipient's eyes alone, because a link in it opens an account: administrators are not
    /// shown it, and it is kept no longer than a day.
    /// </summary>
    bool IsPrivate => false;

    /// <summary>What the recipient’s calendar is asked to do (iCalendar, with its METHOD); null when nothing.</summary>
    string? Calendar => null;

    /// <summary>Whether a reply may go to the person whose doing caused it: not where the recipient must not learn who that was.</summary>
    bool RepliesToWhoDidIt => true;

    /// <summary>The Razor component that is the body; what every message has around it comes by itself.</summary>
    Type Body { get; }
    IReadOnlyDictionary<string, object?> Parameters { get; }
}

/// <summary>Turns a message into what is stored and sent. The mail room does it; the data room must not know how.</summary>
public interface IRenderMail
{
    Task<OutboxMail> RenderAsync(IMail mail, Id<Partnership> partnershipId, ReplyTo? reply, DateTime now, CancellationToken cancel);
}
