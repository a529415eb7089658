using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>
/// Turns the second factor on once a code shows that the app works. Gives the recovery codes, which are never shown again.
/// </summary>
public sealed class ConfirmSecondFactor(PortalDb db, UserManager<PortalUser> users, PortalSignIn signIn, SignInAudit audit)
{
    private const int Codes = 8;

    public async Task<string[]> RunAsync(Id<User> userId, string? code, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        if (user.TwoFactorEnabled) throw new Refused("Your second factor is on already");
        if (string.IsNullOrEmpty(code)) throw new Refused("Enter the code that the app shows", "Code");
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code.Replace(" ", "")))
            throw new Refused(
                "The code is not right. Enter the one that the app shows now, and check that the clock of your phone is right", "Code");
        (await users.SetTwoFactorEnabledAsync(user, true)).OrRefuse();
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes) ?? [];
        await signIn.RefreshSignInAsync(user);
        await audit.SaveAsync(user, "Turned the second factor on", cancel);
        return [.. codes];
    }
}
