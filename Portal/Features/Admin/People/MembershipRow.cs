using Portal.Data;

namespace Portal.Features.Admin.People;

/// <summary>One role of one person, with the name of its place.</summary>
/// <param name="IsCurrent">Whether it holds today.</param>
/// <param name="EndsWithJob">Whether it rests on an entry of the agency’s staff list, and holds no longer than the job.</param>
/// <param name="HasLeft">Whether that person is in no job at the agency any more, nor will be.</param>
public sealed record MembershipRow(
    Id<Membership> Id, Id<User> UserId, Role Role, string? Place, DateOnly From, DateOnly? Until, bool IsCurrent, bool EndsWithJob,
    bool HasLeft, bool IsDeputy)
{
    public string Words => Place is null ? Name : $"{Name}, {Place}";
    private string Name => IsDeputy ? $"{Role.Words()} (deputy)" : Role.Words();

    public static IQueryable<MembershipRow> Of(
        PortalDb db, IQueryable<Membership> memberships, DateOnly today) => memberships.OrderBy(m => m.From).ThenBy(m => m.Id)
        .Select(m => new MembershipRow(m.Id, m.UserId, m.Role,
            db.Agencies.Where(a => a.Id == m.AgencyId).Select(a => a.Name).FirstOrDefault()
                ?? db.Bodies.Where(b => b.Id == m.BodyId).Select(b => b.Name).FirstOrDefault(),
            m.From, m.Until, db.Memberships.CurrentOn(db, today).Any(c => c.Id == m.Id), m.StaffId != null,
            m.StaffId != null && !db.Posts.CurrentOn(today).Any(p => p.StaffId == m.StaffId && p.AgencyId == m.AgencyId),
            m.IsDeputy));
}
