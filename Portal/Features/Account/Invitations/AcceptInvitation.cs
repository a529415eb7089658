using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account.Invitations;

/// <summary>Sets the name and password of an invited person and signs them in. Their address is proved by the link they opened.</summary>
public sealed class AcceptInvitation(
    PortalDb db, UserManager<PortalUser> users, PortalSignIn signIn, OneTimeLinks links, SignInAudit audit, UkClock clock)
{
    public async Task RunAsync(string? code, string name, string password, CancellationToken cancel)
    {
        var link = await links.OpenAsync(code, LinkPurpose.Invitation, cancel);
        var user = await db.Users.SingleAsync(u => u.Id == link.UserId, cancel);
        var today = clock.Today;
        if (!await db.Memberships.NotOverOn(db, today).AnyAsync(m => m.UserId == user.Id, cancel))
            throw new Refused("The role this invitation was for has ended since");
        (user.Name, user.EmailConfirmed) = (name, true);
        (await users.AddPasswordAsync(user, password)).OrRefuse("Password");
        link.Close(clock.Now);
        await signIn.SignInAsync(user, isPersistent: false);
        await audit.SaveAsync(user, "Accepted an invitation", cancel);
    }
}
