using Portal.Components;
using Portal.Data;

namespace Portal.Features.Admin.People;

/// <summary>What stands between a person and signing in.</summary>
internal static class AccountState
{
    public static bool IsLocked(PortalUser user, DateTime now) => user.LockoutEnd is { } end && end.UtcDateTime > now;

    /// <summary>In words; null when nothing does.</summary>
    public static string? Words(PortalUser user, IEnumerable<OneTimeLink> invitations, DateTime now)
    {
        if (IsLocked(user, now)) return $"Locked until {user.LockoutEnd!.Value.UtcDateTime.Clock()}";
        if (user.PasswordHash is not null) return null;
        return invitations.FirstOrDefault(l => l.ClosedAt is null) switch
        {
            null => "Not invited yet",
            var open when open.IsOpenAt(now) => $"Invited, until {UkClock.DayOf(open.ExpiresAt).Words()}",
            var expired => $"Invitation ended on {UkClock.DayOf(expired.ExpiresAt).Words()}",
        };
    }
}
