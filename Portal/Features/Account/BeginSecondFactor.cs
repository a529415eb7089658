using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>Makes the key that a person adds to their authenticator app. It ends every session of theirs but the one at hand.</summary>
public sealed class BeginSecondFactor(PortalDb db, UserManager<PortalUser> users, PortalSignIn signIn, SignInAudit audit)
{
    public async Task RunAsync(Id<User> userId, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        // Begun already, perhaps by a first click: its key stands.
        if (user.TwoFactorEnabled || await users.GetAuthenticatorKeyAsync(user) is not null) return;
        (await users.ResetAuthenticatorKeyAsync(user)).OrRefuse();
        await signIn.RefreshSignInAsync(user);
        await audit.SaveAsync(user, "Began to set up a second factor", cancel);
    }
}
