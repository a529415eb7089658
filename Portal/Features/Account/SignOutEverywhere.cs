using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>Ends every session of a person at its next click, wherever it is.</summary>
public sealed class SignOutEverywhere(PortalDb db, UserManager<PortalUser> users, PortalSignIn signIn, SignInAudit audit)
{
    public async Task RunAsync(Id<User> userId, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        (await users.UpdateSecurityStampAsync(user)).OrRefuse();
        await audit.SaveAsync(user, "Signed out everywhere", cancel);
        await signIn.SignOutAsync();
    }
}
