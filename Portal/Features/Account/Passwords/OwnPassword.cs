using Microsoft.AspNetCore.Identity;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account.Passwords;

/// <summary>
/// Asks someone who is signed in for their password again. Wrong ones count towards the lockout as at sign-in; whoever
/// brings it about from within, perhaps at someone else's desk, is signed out everywhere.
/// </summary>
public sealed class OwnPassword(UserManager<PortalUser> users, PortalSignIn signIn, SignInAudit audit)
{
    internal static string Ended(string what) =>
        $"That was the fifth wrong {what}. You are signed out everywhere, and signing in is closed for 15 minutes";

    /// <param name="field">The field that the password was typed in.</param>
    /// <param name="refusal">What the audit says was not done.</param>
    public async Task RunAsync(PortalUser user, string password, string field, string refusal, CancellationToken cancel)
    {
        var closedBefore = await users.IsLockedOutAsync(user);
        var check = await signIn.CheckPasswordSignInAsync(user, password, lockoutOnFailure: true);
        if (check.Succeeded) return;
        var ends = check.IsLockedOut && !closedBefore;
        if (ends) (await users.UpdateSecurityStampAsync(user)).OrRefuse();
        await audit.SaveAsync(
            user, ends ? $"{refusal}: too many wrong passwords, signed out everywhere" : $"{refusal}: the password was wrong", cancel);
        throw new Refused(
            ends
                ? Ended("password")
                : "Your password is not right", field);
    }
}
