using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Account.Passwords;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>Begins again with a new key, for a new phone. Whoever finds the portal open on a desk needs the password too.</summary>
public sealed class RestartSecondFactor(PortalDb db, UserManager<PortalUser> users, OwnPassword own, PortalSignIn signIn, SignInAudit audit)
{
    public async Task RunAsync(Id<User> userId, string? password, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        if (string.IsNullOrEmpty(password)) throw new Refused("Enter your password", "Password");
        await own.RunAsync(user, password, "Password", "Second factor not changed", cancel);
        (await users.SetTwoFactorEnabledAsync(user, false)).OrRefuse();
        (await users.ResetAuthenticatorKeyAsync(user)).OrRefuse();
        await signIn.RefreshSignInAsync(user);
        await audit.SaveAsync(user, "Began to set up a second factor again", cancel);
    }
}
