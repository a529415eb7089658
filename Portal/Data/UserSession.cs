namespace Portal.Data;

/// <summary>How a session was ended before its time.</summary>
public enum SessionEnd
{
    SignedOut,

    /// <summary>From the list of the person's own sessions, in another one.</summary>
    EndedByPerson,
    EndedByAdministrator,

    /// <summary>The password or the second factor changed, or the person signed out everywhere.</summary>
    AccountChanged,

    /// <summary>A newer one took its place in the same browser.</summary>
    Replaced,
}

/// <summary>
/// One time that a person is signed in, in one browser. The cookie only names it: what it may still do is decided by this
/// row, so a copied cookie ends with the session. It is never opened again.
/// </summary>
[KeepsOwnHistory]
public sealed class UserSession
{
    /// <summary>From signing in until the end, whatever is clicked meanwhile.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Without a click.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromHours(2);

    /// <summary>Without a click, in a role that decides what others may do.</summary>
    public static readonly TimeSpan IdleOfWhoDecides = TimeSpan.FromHours(1);

    public Id<UserSession> Id { get; init; } = Id<UserSession>.New();
    public required Id<User> UserId { get; init; }

    /// <summary>When the person gave their password; a session that goes on under a new id keeps it.</summary>
    public required DateTime StartedAt { get; init; }

    /// <summary>The last click, to about a minute.</summary>
    public required DateTime LastSeenAt { get; init; }
    public DateTime? ClosedAt { get; private set; }
    public SessionEnd? ClosedHow { get; private set; }

    /// <summary>What the person acts as; null until they have chosen.</summary>
    public Id<Membership>? MembershipId { get; set; }

    /// <summary>For the person's own eyes: "Firefox on Windows".</summary>
    public required string Browser { get; init; }

    /// <summary>The network address the person signed in from; null when it is not known.</summary>
    public string? Address { get; init; }

    public static TimeSpan IdleOf(Role? role) => role?.DecidesForOthers() == true ? IdleOfWhoDecides : Idle;

    public bool IsOpenAt(DateTime now, Role? actingAs) =>
        ClosedAt is null && now < StartedAt + Longest && now < LastSeenAt + IdleOf(actingAs);

    public void Close(DateTime now, SessionEnd how)
    {
        if (ClosedAt is null) (ClosedAt, ClosedHow) = (now, how);
    }
}
