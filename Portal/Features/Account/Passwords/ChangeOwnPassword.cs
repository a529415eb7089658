using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account.Passwords;

/// <summary>Changes one's own password, which ends every other session.</summary>
public sealed class ChangeOwnPassword(
    PortalDb db, UserManager<PortalUser> users, OwnPassword own, PortalSignIn signIn, SignInAudit audit, UkClock clock)
{
    public async Task RunAsync(Id<User> userId, string current, string password, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        await own.RunAsync(user, current, "Current", "Password not changed", cancel);
        (await users.ChangePasswordAsync(user, current, password)).OrRefuse("Password");
        db.Enqueue(new AccountChangedMail(user, AccountChange.PasswordChanged, clock.Now));
        await signIn.RefreshSignInAsync(user);
        await audit.SaveAsync(user, "Changed their password", cancel);
    }
}
