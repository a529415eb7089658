using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Account;

namespace Portal.Features.Admin.People;

/// <summary>One person's roles in the partnership and the state of their account. Null for someone who never had a role here.</summary>
public sealed class PersonAccess(PortalDb db, OpenSessions sessions, UkClock clock)
{
    public sealed record Details(
        Id<User> Id, string Name, string Email, string? State, bool HasPassword, bool IsLocked, bool HasSecondFactor, int OpenSessions,
        IReadOnlyList<MembershipRow> Roles);

    public async Task<Details?> RunAsync(Viewer viewer, Id<User> userId, CancellationToken cancel)
    {
        var roles = await MembershipRow.Of(db, db.Memberships.OfPartnership(viewer).Where(m => m.UserId == userId), clock.Today)
            .ToListAsync(cancel);
        if (roles.Count == 0) return null;
        var user = await db.Users.AsNoTracking().SingleAsync(u => u.Id == userId, cancel);
        var invitations = await db.OneTimeLinks.AsNoTracking().Where(l => l.UserId == userId && l.Purpose == LinkPurpose.Invitation)
            .ToListAsync(cancel);
        return new(userId, user.Name, user.Email!, AccountState.Words(user, invitations, clock.Now), user.PasswordHash is not null,
            AccountState.IsLocked(user, clock.Now), user.TwoFactorEnabled, (await sessions.RunAsync(userId, cancel)).Count, roles);
    }
}
