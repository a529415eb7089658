using Microsoft.AspNetCore.Identity;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>
/// Signs a person in with their email address and password. Whatever is wrong, and however many tries there were, the
/// person reads one sentence and waits as long, so that nobody learns which addresses have an account.
/// </summary>
public sealed class SignInWithPassword(UserManager<PortalUser> users, PortalSignIn signIn, SignInAudit audit)
{
    public const string Sentence =
        "The email address or the password is not right, or there were too many tries. After five tries in a row, signing in is "
            + "closed for 15 minutes";

    public const string CodeSentence =
        "The code is not right or was used before, or there were too many tries. After five tries in a row, signing in is closed for 15 "
            + "minutes";

    public enum Next { In, SecondFactor }

    public async Task<Next> RunAsync(string email, string password, CancellationToken cancel)
    {
        var user = await users.FindByEmailAsync(email);
        // Identity compares no password where it lets nobody in: it would answer sooner.
        if (user?.PasswordHash is null || await users.IsLockedOutAsync(user))
            users.PasswordHasher.HashPassword(new PortalUser { Name = "" }, password);
        if (user is null)
        {
            await audit.NobodyAsync("Sign-in refused: no account has that address", cancel);
            throw new Refused(Sentence, "Email");
        }
        var result = await signIn.PasswordSignInAsync(user, password, isPersistent: false, lockoutOnFailure: true);
        var what = result switch
        {
            { Succeeded: true } => "Signed in",
            { RequiresTwoFactor: true } => "Gave the right password; a code is asked for next",
            { IsLockedOut: true } => "Sign-in refused: too many tries",
            { IsNotAllowed: true } => "Sign-in refused: the invitation was not accepted yet",
            _ => "Sign-in refused: wrong password",
        };
        await audit.SaveAsync(user, what, cancel);
        if (result.Succeeded) return Next.In;
        return result.RequiresTwoFactor ? Next.SecondFactor : throw new Refused(Sentence, "Email");
    }
}
