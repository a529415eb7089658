using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>Goes on as one of the person's own current memberships, in this session, and remembers it for next time.</summary>
public sealed class ActAs(PortalDb db, UkClock clock)
{
    public async Task RunAsync(SignedIn person, Id<Membership> membershipId, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == person.UserId, cancel);
        var membership = await db.Memberships.CurrentOn(db, clock.Today).Where(m => m.Id == membershipId && m.UserId == user.Id)
            .OneOrRefuseAsync("Select one of your roles", "MembershipId", cancel);
        user.ActedAs = membershipId;
        (await db.UserSessions.SingleAsync(s => s.Id == person.Session.Id, cancel)).MembershipId = membershipId;
        await db.SaveAsync(Viewer.Of(user.Id, user.Name, membership), "Chose whom to act for", cancel);
    }
}
