using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Account;

/// <summary>What the portal keeps about a person's own account.</summary>
public sealed class MyAccount(PortalDb db, UserManager<PortalUser> users, MyMemberships memberships)
{
    public sealed record Mine(string Name, string Email, IReadOnlyList<string> Roles, bool HasSecondFactor, int RecoveryCodesLeft);

    public async Task<Mine> RunAsync(Id<User> userId, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        var roles = (await memberships.RunAsync(userId, cancel)).Current
            .Select(m => m.Place is null ? m.Role.Words() : $"{m.Role.Words()}, {m.Place}");
        return new(
            user.Name, user.Email!, [.. roles], user.TwoFactorEnabled,
            user.TwoFactorEnabled ? await users.CountRecoveryCodesAsync(user) : 0);
    }
}
