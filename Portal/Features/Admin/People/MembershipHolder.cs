using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Admin.People;

/// <summary>The person who holds a membership of the partnership; null when there is none.</summary>
public sealed class MembershipHolder(PortalDb db, PersonAccess access)
{
    public async Task<PersonAccess.Details?> RunAsync(Viewer viewer, Id<Membership> membershipId, CancellationToken cancel) =>
        await db.Memberships.OfPartnership(viewer).Where(m => m.Id == membershipId).Select(m => (Id<User>?)m.UserId)
            .SingleOrDefaultAsync(cancel) is { } userId
            ? await access.RunAsync(viewer, userId, cancel) : null;
}
