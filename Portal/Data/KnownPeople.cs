using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

public static class KnownPeople
{
    /// <summary>
    /// What an agency and the others have had to do with someone, for <see cref="Identity.Decide"/>. A person whom nobody has
    /// ever had on a list is not this agency's either: there may be a record, and it is not for whoever comes first.
    /// </summary>
    public static async Task<Identity.Known> KnownAtAsync(
        this PortalDb db, StaffMember person, Id<Agency> agencyId, DateOnly today, CancellationToken cancel)
    {
        var posts = await db.Posts.Where(p => p.StaffId == person.Id).Select(p => new { p.AgencyId, p.LeftOn }).ToListAsync(cancel);
        var isInPostHere = posts.Any(p => p.AgencyId == agencyId && (p.LeftOn is null || p.LeftOn > today));
        return new(person.Name, isInPostHere, posts.Count == 0 || posts.Any(p => p.AgencyId != agencyId));
    }
}
