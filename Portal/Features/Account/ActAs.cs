using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Security;

namespace Portal.Features.Account;

/// <summary>Goes on as one of the person's own current memberships, and remembers it for next time.</summary>
public sealed class ActAs(PortalDb db, PortalSignIn signIn, UkClock clock)
{
    public async Task RunAsync(Id<User> userId, Id<Membership> membershipId, CancellationToken cancel)
    {
        var user = await db.Users.SingleAsync(u => u.Id == userId, cancel);
        var membership = await db.Memberships.AsNoTracking().SingleOrDefaultAsync(m => m.Id == membershipId && m.UserId == userId, cancel);
        if (membership?.IsCurrentOn(clock.Today) != true) throw new Refused("Select one of your roles", "MembershipId");
        user.ActedAs = membershipId;
        await db.SaveAsync(new(userId, user.Name, membership.PartnershipId, membership.Role, membership.Id, membership.AgencyId), "Chose whom to act for", cancel);
        await signIn.ActAsAsync(user, membershipId);
    }
}
