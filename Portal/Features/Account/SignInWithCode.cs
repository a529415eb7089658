using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>
/// The second step of signing in: a code from the person's app, or one of their recovery codes, each of which works once.
/// </summary>
public sealed class SignInWithCode(PortalDb db, PortalSignIn signIn, SignInAudit audit, UkClock clock)
{
    public async Task RunAsync(string typed, CancellationToken cancel)
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync() ?? throw new Refused("You took too long. Go back and sign in again");
        var (code, isOfApp) = SecondFactor.Read(typed);
        if (await signIn.UserManager.IsLockedOutAsync(user))
        {
            await audit.SaveAsync(user, "Code refused: too many tries", cancel);
            throw new Refused(SignInWithPassword.CodeSentence, "Code");
        }
        var result = isOfApp
            ? await signIn.TwoFactorAuthenticatorSignInAsync(code, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(code);
        if (!result.Succeeded && !isOfApp) await signIn.UserManager.AccessFailedAsync(user);
        if (result.Succeeded && !isOfApp) db.Enqueue(new AccountChangedMail(user, AccountChange.RecoveryCodeUsed, clock.Now));
        await audit.SaveAsync(
            user, result.Succeeded ? isOfApp ? "Signed in with a code" : "Signed in with a recovery code" : "Code refused", cancel);
        if (!result.Succeeded) throw new Refused(SignInWithPassword.CodeSentence, "Code");
    }
}
