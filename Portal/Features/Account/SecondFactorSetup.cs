using System.Text;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;
using QRCoder;

namespace Portal.Features.Account;

/// <summary>What a person needs to add the portal to their authenticator app; null when their second factor is on already.</summary>
public sealed class SecondFactorSetup(PortalDb db, UserManager<PortalUser> users, PortalSignIn signIn, SignInAudit audit)
{
    /// <param name="Key">For typing, in groups of four.</param>
    /// <param name="QrSize">Modules on each side, with the quiet zone.</param>
    /// <param name="QrPath">The dark modules as an SVG path.</param>
    public sealed record Setup(string Key, int QrSize, string QrPath);

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
        using var generator = new QRCodeGenerator();
        var modules = generator.CreateQrCode(
            $"otpauth://totp/Training%20portal:{Uri.EscapeDataString(user.Email!)}?secret={key}&issuer=Training%20portal&digits=6",
            QRCodeGenerator.ECCLevel.M).ModuleMatrix;
        return new(string.Join(' ', key.Chunk(4).Select(c => new string(c))).ToLowerInvariant(), modules.Count, PathOf(modules));
    }

    private static string PathOf(List<System.Collections.BitArray> modules)
    {
        var path = new StringBuilder();
        for (var y = 0; y < modules.Count; y++)
            for (var x = 0; x < modules.Count; x++)
                if (modules[y][x]) path.Append(System.Globalization.CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return path.ToString();
    }
}
