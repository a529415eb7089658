using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Account;
using Portal.Security;

namespace Portal.Features.Admin.People;

/// <summary>
/// Lets someone of the partnership in again: lifts a lockout, or takes away a second factor they lost, after which their
/// sessions end and they set it up anew. Nobody does it for themselves.
/// </summary>
public sealed class OpenAccount(PortalDb db, UserManager<PortalUser> users, UkClock clock)
{
    public enum By { Unlocking, ResettingSecondFactor }

    public async Task RunAsync(Viewer viewer, Id<User> userId, By how, CancellationToken cancel)
    {
        viewer.Require(Permission.ManagePeople);
        if (userId == viewer.UserId) throw new Refused("Someone else must do this for you");
        var user = await db.Users.SingleAsync(
            u => u.Id == userId && db.Memberships.OfPartnership(viewer).Any(m => m.UserId == u.Id), cancel);
        if (how == By.Unlocking)
        {
            (await users.SetLockoutEndDateAsync(user, null)).OrRefuse();
            (await users.ResetAccessFailedCountAsync(user)).OrRefuse();
            await db.SaveAsync(viewer, $"Unlocked the account of {user.Name}", cancel);
            return;
        }
        (await users.SetTwoFactorEnabledAsync(user, false)).OrRefuse();
        (await users.ResetAuthenticatorKeyAsync(user)).OrRefuse();
        db.Enqueue(new AccountChangedMail(user, AccountChange.SecondFactorReset, clock.Now));
        await db.SaveAsync(viewer, $"Reset the second factor of {user.Name}", cancel);
    }
}
