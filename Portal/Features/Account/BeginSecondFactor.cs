using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Account.Passwords;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>
/// Makes the key that a person adds to their authenticator app: a first one, or another for a new phone. Whoever finds the portal open on
/// a desk, and knows the password too, does not get past the one that is on. Every session of theirs ends but the one at hand, so that no
/// other sees the key.
/// </summary>
public sealed class BeginSecondFactor(
    PortalDb db, UserManager<PortalUser> users, NewAuthenticatorKey keys, OwnPassword ownPassword, OwnCode ownCode, PortalSignIn signIn,
    SignInAudit audit)
{
    private const string Refusal = "Second factor not changed";

    /// <param name="password">Asked for with <paramref name="code"/> once a second factor is on.</param>
    public async Task RunAsync(Id<User> userId, string? password, string? code, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        // Begun already, perhaps by a first click: its key stands.
        if (await keys.FindAsync(user) is not null) return;
        if (user.TwoFactorEnabled)
        {
            if (string.IsNullOrEmpty(password)) throw new Refused("Enter your password", "Password");
            if (string.IsNullOrEmpty(code)) throw new Refused("Enter a code", "Code");
            await ownPassword.RunAsync(user, password, "Password", Refusal, cancel);
            await ownCode.RunAsync(user, code, "Code", Refusal, cancel);
        }
        (await users.UpdateSecurityStampAsync(user)).OrRefuse();
        await keys.MakeAsync(user);
        await signIn.RefreshSignInAsync(user);
        await audit.SaveAsync(user, $"Began to set up a second factor{(user.TwoFactorEnabled ? " again" : "")}", cancel);
    }
}
