using Portal.Data;

namespace Portal.Features.Admin.People;

/// <summary>One role of one person, with the name of its place.</summary>
public sealed record MembershipRow(Id<Membership> Id, Id<User> UserId, Role Role, string? Place, DateOnly From, DateOnly? Until)
{
    public string Words => Place is null ? Role.Words() : $"{Role.Words()}, {Place}";

    public bool IsCurrentOn(DateOnly day) => From <= day && (Until is null || day < Until);

    public static IQueryable<MembershipRow> Of(PortalDb db, IQueryable<Membership> memberships) => memberships.OrderBy(m => m.From).ThenBy(m => m.Id)
        .Select(m => new MembershipRow(m.Id, m.UserId, m.Role,
            db.Agencies.Where(a => a.Id == m.AgencyId).Select(a => a.Name).FirstOrDefault() ?? db.Bodies.Where(b => b.Id == m.BodyId).Select(b => b.Name).FirstOrDefault(),
            m.From, m.Until));
}
