using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Account;

/// <summary>The memberships a person may act in today, and the one they chose last.</summary>
public sealed class MyMemberships(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<Membership> Id, Role Role, string? Place, string Partnership);

    /// <param name="SupportEmail">Whom to ask for a role, of the partnership they were in last; null when they never were in one.</param>
    public sealed record Mine(IReadOnlyList<Row> Current, Id<Membership>? Last, string? SupportEmail);

    public async Task<Mine> RunAsync(Id<User> userId, CancellationToken cancel)
    {
        var today = clock.Today;
        var all = db.Memberships.AsNoTracking().Where(m => m.UserId == userId);
        var current = await all.Where(m => m.From <= today && (m.Until == null || m.Until > today)).OrderBy(m => m.From).ThenBy(m => m.Id)
            .Select(m => new Row(m.Id, m.Role,
                db.Agencies.Where(a => a.Id == m.AgencyId).Select(a => a.Name).FirstOrDefault() ?? db.Bodies.Where(b => b.Id == m.BodyId).Select(b => b.Name).FirstOrDefault(),
                db.Partnerships.Where(p => p.Id == m.PartnershipId).Select(p => p.Name).First()))
            .ToListAsync(cancel);
        var last = await db.Users.Where(u => u.Id == userId).Select(u => u.ActedAs).SingleAsync(cancel);
        var support = await all.OrderByDescending(m => m.From).ThenBy(m => m.Id)
            .Select(m => db.Partnerships.Where(p => p.Id == m.PartnershipId).Select(p => p.SupportEmail).First()).FirstOrDefaultAsync(cancel);
        return new(current, current.Any(m => m.Id == last) ? last : null, support);
    }
}
