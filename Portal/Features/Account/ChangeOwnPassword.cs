using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>Changes one's own password. Wrong guesses at the current one count towards the lockout, as at sign-in.</summary>
public sealed class ChangeOwnPassword(PortalDb db, UserManager<PortalUser> users, PortalSignIn signIn, SignInAudit audit, UkClock clock)
{
    public async Task RunAsync(Id<User> userId, string current, string password, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        var check = await signIn.CheckPasswordSignInAsync(user, current, lockoutOnFailure: true);
        if (!check.Succeeded)
        {
            await audit.SaveAsync(user, "Password not changed: the current one was wrong", cancel);
            throw new Refused("Your current password is not right", "Current");
        }
        (await users.ChangePasswordAsync(user, current, password)).OrRefuse("Password");
        db.Enqueue(new PasswordChangedMail(user.Email!, user.Name, clock.Now));
        await audit.SaveAsync(user, "Changed their password", cancel);
        await signIn.RefreshSignInAsync(user);
    }
}
