using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>How far a person's second factor is. Looking changes nothing: a key is made when they begin.</summary>
public sealed class SecondFactorSetup(PortalDb db, NewAuthenticatorKey keys)
{
    /// <param name="IsOn">Codes are asked for at sign-in.</param>
    /// <param name="Key">The one being set up, for typing, in groups of four; null until they begin.</param>
    /// <param name="Address">The same for a camera.</param>
    public sealed record Setup(bool IsOn, string? Key, string? Address);

    public async Task<Setup> RunAsync(Id<User> userId, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        if (await keys.FindAsync(user) is not { } key) return new(user.TwoFactorEnabled, null, null);
        return new(user.TwoFactorEnabled, string.Join(' ', key.Chunk(4).Select(c => new string(c))).ToLowerInvariant(),
            $"otpauth://totp/Training%20portal:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer=Training%20portal&digits=6");
    }
}
