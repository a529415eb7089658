using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Security;

/// <summary>
/// Makes someone the system administrator of the first partnership, and gives the link with which they choose their
/// password. Whoever may run commands on the machine may do this again, for example when the only administrator left.
/// </summary>
public sealed class FirstAdministrator(PortalDb db, UserManager<PortalUser> users, OneTimeLinks links, UkClock clock)
{
    /// <summary>The link; it works once. There is no default password.</summary>
    public async Task<string> RunAsync(string email, string name, CancellationToken cancel)
    {
        var (today, partnership) = (clock.Today, await db.Partnerships.OrderBy(p => p.Id).FirstAsync(cancel));
        var user = await users.FindByEmailAsync(email);
        if (user is null)
        {
            user = new PortalUser { Name = name, UserName = email, Email = email };
            (await users.CreateAsync(user)).OrRefuse();
        }
        if (!await db.Memberships.CurrentOn(db, today)
            .AnyAsync(m => m.UserId == user.Id && m.PartnershipId == partnership.Id && m.Role == Role.SystemAdministrator, cancel))
            db.Memberships.Add(new()
            {
                PartnershipId = partnership.Id, UserId = user.Id, Role = Role.SystemAdministrator, From = today, CheckedOn = today
            });
        var link = await links.MakeAsync(user.Id, user.PasswordHash is null ? LinkPurpose.Invitation : LinkPurpose.PasswordReset, cancel);
        await db.SaveAsync(
            Viewer.System(partnership.Id) with { Name = "Whoever runs the portal" }, "Made someone system administrator by command",
            cancel);
        return link;
    }
}
