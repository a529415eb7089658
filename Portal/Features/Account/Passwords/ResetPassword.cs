using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account.Passwords;

/// <summary>
/// Gives whoever holds the link a new password, and ends every session, this link and any other. A second factor stays as it is, and so
/// does a lockout that its wrong codes may have brought about: reading someone's mail is not enough to be them. Without one it is lifted.
/// </summary>
public sealed class ResetPassword(PortalDb db, UserManager<PortalUser> users, OneTimeLinks links, SignInAudit audit, UkClock clock)
{
    public async Task<bool> CanBeUsedAsync(string? code, CancellationToken cancel) =>
        (await links.FindAsync(code, LinkPurpose.PasswordReset, cancel))?.IsOpenAt(clock.Now) == true;

    public async Task RunAsync(string? code, string password, CancellationToken cancel)
    {
        var link = await links.OpenAsync(code, LinkPurpose.PasswordReset, cancel);
        var user = await db.Users.SingleAsync(u => u.Id == link.UserId, cancel);
        (await users.RemovePasswordAsync(user)).OrRefuse();
        (await users.AddPasswordAsync(user, password)).OrRefuse("Password");
        if (!user.TwoFactorEnabled)
        {
            (await users.ResetAccessFailedCountAsync(user)).OrRefuse();
            (await users.SetLockoutEndDateAsync(user, null)).OrRefuse();
        }
        db.Enqueue(new AccountChangedMail(user, AccountChange.PasswordChanged, clock.Now));
        await audit.SaveAsync(user, "Chose a new password with a link", cancel);
    }
}
