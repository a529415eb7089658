using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>
/// Turns the second factor on, or puts another in its place, once a code shows that the app works; every session but the one at hand
/// ends. Gives the recovery codes, which are never shown again.
/// </summary>
public sealed class ConfirmSecondFactor(
    PortalDb db, UserManager<PortalUser> users, NewAuthenticatorKey keys, PortalSignIn signIn, SignInAudit audit, UkClock clock)
{
    private const int Codes = 8;

    public async Task<string[]> RunAsync(Id<User> userId, string? code, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        if (string.IsNullOrEmpty(code)) throw new Refused("Enter the code that the app shows", "Code");
        if (!await keys.TakeAsync(user)) throw new Refused("You took more than a quarter of an hour, or did this already. Begin again");
        if (!await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, SecondFactor.Read(code).Code))
        {
            db.ChangeTracker.Clear(); // The key is not theirs yet, and the page shows it again.
            throw new Refused(
                "The code is not right. Enter the one that the app shows now, and check that the clock of your phone is right", "Code");
        }
        var isAnother = user.TwoFactorEnabled;
        (await users.SetTwoFactorEnabledAsync(user, true)).OrRefuse();
        var codes = await users.GenerateNewTwoFactorRecoveryCodesAsync(user, Codes) ?? [];
        db.Enqueue(new AccountChangedMail(
            user, isAnother ? AccountChange.SecondFactorReplaced : AccountChange.SecondFactorTurnedOn, clock.Now));
        await signIn.RefreshSignInAsync(user);
        await audit.SaveAsync(user, isAnother ? "Put another second factor in place of theirs" : "Turned the second factor on", cancel);
        return [.. codes];
    }
}
