namespace Portal.Data.Forms;

/// <summary>
/// A form that has made what it is for. Its id was drawn with the page on which it stood, and the row is written in the transaction of
/// what the form makes, so that of any number of clicks, retries and ways back one makes it. Kept for a week.
/// </summary>
[KeepsOwnHistory]
public sealed class UsedForm
{
    public required Id<UsedForm> Id { get; init; }
    public required Id<User> UserId { get; init; }

    /// <summary>SHA-256 of what was sent and where to, in lower-case hexadecimal: what was typed is not kept.</summary>
    public required string Print { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The address to which the person was led; null until the answer is known, and when there is none.</summary>
    public string? LedTo { get; private set; }
}
