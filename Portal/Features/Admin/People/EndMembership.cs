using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Admin.People;

/// <summary>
/// Ends someone's role today; they notice at their next click. Nobody ends their own, and a partnership keeps at least one
/// commissioner and one system administrator if it has them, so that someone can always let people in.
/// </summary>
public sealed class EndMembership(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<Membership> membershipId, CancellationToken cancel)
    {
        viewer.Require(Permission.ManagePeople);
        var membership = await db.Memberships.OfPartnership(viewer).SingleAsync(m => m.Id == membershipId, cancel);
        if (membership.UserId == viewer.UserId) throw new Refused("Someone else must end your role");
        var today = clock.Today;
        if (membership.Role.DecidesForOthers() && !await db.Memberships.OfPartnership(viewer).CurrentOn(db, today)
            .AnyAsync(m => m.Role == membership.Role && m.Id != membership.Id, cancel))
            throw new Refused($"This is the last {membership.Role.InSentence()}. Invite another one first");
        membership.End(today);
        await db.SaveAsync(viewer, $"Ended a role: {membership.Role.InSentence()}", cancel);
    }
}
