using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>What a person needs to add the portal to their authenticator app; null when their second factor is on already.</summary>
public sealed class SecondFactorSetup(PortalDb db, UserManager<PortalUser> users, PortalSignIn signIn, SignInAudit audit)
{
    /// <param name="Key">For typing, in groups of four.</param>
    /// <param name="Address">The same for a camera.</param>
    public sealed record Setup(string Key, string Address);

    public async Task<Setup?> RunAsync(Id<User> userId, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        if (user.TwoFactorEnabled) return null;
        if (await users.GetAuthenticatorKeyAsync(user) is not { } key)
        {
            (await users.ResetAuthenticatorKeyAsync(user)).OrRefuse();
            // A new key ends every session, this one excepted.
            await signIn.RefreshSignInAsync(user);
            await audit.SaveAsync(user, "Began to set up a second factor", cancel);
            key = (await users.GetAuthenticatorKeyAsync(user))!;
        }
        return new(string.Join(' ', key.Chunk(4).Select(c => new string(c))).ToLowerInvariant(),
            $"otpauth://totp/Training%20portal:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer=Training%20portal&digits=6");
    }
}
