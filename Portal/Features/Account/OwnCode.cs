using Microsoft.AspNetCore.Identity;
using Portal.Data;
using Portal.Features.Account.Passwords;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>
/// Asks someone who is signed in for a code of their app, or one of their recovery codes. Wrong ones count towards the lockout as
/// passwords do, with the same end.
/// </summary>
public sealed class OwnCode(PortalDb db, UserManager<PortalUser> users, SignInAudit audit, UkClock clock)
{
    public const string Sentence = "The code is not right, or was used before. Wait for the next one that your app shows";

    /// <param name="field">The field that the code was typed in.</param>
    /// <param name="refusal">What the audit says was not done.</param>
    public async Task RunAsync(PortalUser user, string typed, string field, string refusal, CancellationToken cancel)
    {
        var (code, isOfApp) = SecondFactor.Read(typed);
        if (isOfApp ? await users.VerifyTwoFactorTokenAsync(user, users.Options.Tokens.AuthenticatorTokenProvider, code)
            : (await users.RedeemTwoFactorRecoveryCodeAsync(user, code)).Succeeded)
        {
            (await users.ResetAccessFailedCountAsync(user)).OrRefuse();
            if (!isOfApp) db.Enqueue(new AccountChangedMail(user, AccountChange.RecoveryCodeUsed, clock.Now));
            return;
        }
        (await users.AccessFailedAsync(user)).OrRefuse();
        var ends = await users.IsLockedOutAsync(user);
        if (ends) (await users.UpdateSecurityStampAsync(user)).OrRefuse();
        await audit.SaveAsync(
            user, ends ? $"{refusal}: too many wrong codes, signed out everywhere" : $"{refusal}: the code was wrong", cancel);
        throw new Refused(ends ? OwnPassword.Ended("code") : Sentence, field);
    }
}
