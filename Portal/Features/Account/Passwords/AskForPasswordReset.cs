using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account.Passwords;

/// <summary>Sends a link for a new password to whoever signs in with the address. Nobody else learns whether anyone does.</summary>
public sealed class AskForPasswordReset(PortalDb db, UserManager<PortalUser> users, OneTimeLinks links, SignInAudit audit, UkClock clock)
{
    /// <summary>Someone who keeps pressing the button gets one message, not twenty.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(2);

    public async Task RunAsync(string email, CancellationToken cancel)
    {
        if (await users.FindByEmailAsync(email) is not { PasswordHash: not null } user)
        {
            await audit.NobodyAsync("A new password was asked for: no account has that address", cancel);
            return;
        }
        var since = clock.Now - Pause;
        if (await db.OneTimeLinks.AnyAsync(
            l => l.UserId == user.Id && l.Purpose == LinkPurpose.PasswordReset && l.SentAt > since, cancel))
            return;
        db.Enqueue(new PasswordResetMail(
            user.Email!, user.Name, await links.MakeAsync(user.Id, LinkPurpose.PasswordReset, cancel), clock.Now));
        await audit.SaveAsync(user, "A new password was asked for", cancel);
    }
}
