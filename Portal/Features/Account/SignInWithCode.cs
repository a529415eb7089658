using Portal.Security;

namespace Portal.Features.Account;

/// <summary>
/// The second step of signing in: a code from the person's app, or one of their recovery codes, each of which works once.
/// </summary>
public sealed class SignInWithCode(PortalSignIn signIn, SignInAudit audit)
{
    public async Task RunAsync(string code, CancellationToken cancel)
    {
        var user = await signIn.GetTwoFactorAuthenticationUserAsync() ?? throw new Refused("You took too long. Go back and sign in again");
        var typed = code.Replace(" ", "");
        var fromApp = typed.Length == 6 && typed.All(char.IsAsciiDigit);
        if (await signIn.UserManager.IsLockedOutAsync(user))
        {
            await audit.SaveAsync(user, "Code refused: too many tries", cancel);
            throw new Refused(SignInWithPassword.CodeSentence, "Code");
        }
        var result = fromApp
            ? await signIn.TwoFactorAuthenticatorSignInAsync(typed, isPersistent: false, rememberClient: false)
            : await signIn.TwoFactorRecoveryCodeSignInAsync(typed.ToUpperInvariant());
        if (!result.Succeeded && !fromApp) await signIn.UserManager.AccessFailedAsync(user);
        await audit.SaveAsync(
            user, result.Succeeded ? fromApp ? "Signed in with a code" : "Signed in with a recovery code" : "Code refused", cancel);
        if (!result.Succeeded) throw new Refused(SignInWithPassword.CodeSentence, "Code");
    }
}
