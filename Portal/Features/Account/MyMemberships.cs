using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Account;

/// <summary>The memberships a person may act in today, the one they chose last, and, for who has none, why and whom to ask.</summary>
public sealed class MyMemberships(PortalDb db, UkClock clock)
{
    public sealed record Row(Id<Membership> Id, Role Role, string? Place, string Partnership);

    /// <summary>The agency with whose job the person's access ended, and who leads its training now.</summary>
    public sealed record JobLeft(string Agency, IReadOnlyList<Lead> Leads);

    public sealed record Lead(string Name, string Email);

    /// <param name="SupportEmail">Whom to ask for a role, of the partnership they were in last; null when they never were in one.</param>
    /// <param name="Left">Null for who has a role, and for who lost theirs otherwise.</param>
    public sealed record Mine(IReadOnlyList<Row> Current, Id<Membership>? Last, string? SupportEmail, JobLeft? Left);

    public async Task<Mine> RunAsync(Id<User> userId, CancellationToken cancel)
    {
        var all = db.Memberships.AsNoTracking().Where(m => m.UserId == userId);
        var current = await all.CurrentOn(db, clock.Today).OrderBy(m => m.From).ThenBy(m => m.Id)
            .Select(m => new Row(m.Id, m.Role,
                db.Agencies.Where(a => a.Id == m.AgencyId).Select(a => a.Name).FirstOrDefault()
                    ?? db.Bodies.Where(b => b.Id == m.BodyId).Select(b => b.Name).FirstOrDefault(),
                db.Partnerships.Where(p => p.Id == m.PartnershipId).Select(p => p.Name).First()))
            .ToListAsync(cancel);
        var last = await db.Users.Where(u => u.Id == userId).Select(u => u.ActedAs).SingleAsync(cancel);
        var support = await all.OrderByDescending(m => m.From).ThenBy(m => m.Id)
            .Select(m => db.Partnerships.Where(p => p.Id == m.PartnershipId).Select(p => p.SupportEmail).First())
            .FirstOrDefaultAsync(cancel);
        return new(current, current.Any(m => m.Id == last) ? last : null, support, current.Count > 0 ? null : await LeftAsync(all, cancel));
    }

    private async Task<JobLeft?> LeftAsync(IQueryable<Membership> all, CancellationToken cancel)
    {
        var today = clock.Today;
        var job = await all.OrderByDescending(m => m.From).ThenBy(m => m.Id)
            .Where(m => m.StaffId != null && db.Posts.Any(p => p.StaffId == m.StaffId && p.AgencyId == m.AgencyId)
                && !db.Posts.CurrentOn(today).Any(p => p.StaffId == m.StaffId && p.AgencyId == m.AgencyId))
            .Select(m => new { m.AgencyId, Agency = db.Agencies.Where(a => a.Id == m.AgencyId).Select(a => a.Name).First() })
            .FirstOrDefaultAsync(cancel);
        if (job is null) return null;
        var leads = await db.Memberships.CurrentOn(db, today).Where(m => m.AgencyId == job.AgencyId && m.Role == Role.TrainingLead)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new Lead(u.Name, u.Email!)).ToListAsync(cancel);
        return new(job.Agency, leads);
    }
}
