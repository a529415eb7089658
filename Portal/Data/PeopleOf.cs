using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

/// <summary>
/// The people of an agency or of a body, as they are written to: whoever holds the membership on the day, and has an address.
/// </summary>
public static class PeopleOf
{
    /// <param name="Since">The day on which they came into the role.</param>
    public sealed record Person(
        Id<User> Id, string Name, string Email, Role Role = default, Id<Agency>? AgencyId = null, DateOnly Since = default);

    /// <summary>Who holds these memberships on a day: a person once for each.</summary>
    public static Task<List<Person>> PeopleOnAsync(
        this IQueryable<Membership> memberships, PortalDb db, DateOnly day, CancellationToken cancel) =>
        memberships.CurrentOn(db, day).Join(db.Users.Where(u => u.Email != null), m => m.UserId, u => u.Id,
            (m, u) => new Person(u.Id, u.Name, u.Email!, m.Role, m.AgencyId, m.From)).ToListAsync(cancel);

    /// <summary>The commissioners of the partnership.</summary>
    public static Task<List<Person>> CommissionersAsync(this PortalDb db, Viewer viewer, DateOnly day, CancellationToken cancel) =>
        db.Memberships.OfPartnership(viewer).Where(m => m.Role == Role.Commissioner).PeopleOnAsync(db, day, cancel);

    /// <summary>The training and executive leads of each agency.</summary>
    /// <param name="only">One agency; null for all of the partnership.</param>
    public static async Task<LeadsOfAgency.ByAgency> LeadsAsync(
        this PortalDb db, Viewer viewer, Id<Agency>? only, DateOnly day, CancellationToken cancel)
    {
        var leads = db.Memberships.OfPartnership(viewer)
            .Where(m => m.AgencyId != null && (m.Role == Role.TrainingLead || m.Role == Role.ExecutiveLead));
        if (only is not null) leads = leads.Where(m => m.AgencyId == only);
        return new(await leads.PeopleOnAsync(db, day, cancel));
    }

    /// <summary>
    /// Whom the leads of an agency share their writing with: people there who can sign in and are no leads. Nobody where there is no
    /// agency.
    /// </summary>
    public static IQueryable<PortalUser> ColleaguesAt(this PortalDb db, Id<Agency>? agency, DateOnly day)
    {
        var colleagues = db.Memberships.CurrentOn(db, day).Where(m => m.AgencyId != null && m.AgencyId == agency
            && (m.Role == Role.Learner || m.Role == Role.LineManager));
        return db.Users.Where(u => colleagues.Select(m => m.UserId).Contains(u.Id));
    }

    /// <summary>The training leads of some agencies; whoever supports the partnership when there is none.</summary>
    public static async Task<IReadOnlyList<(string Name, string Email)>> LeadsOrSupportAsync(
        this PortalDb db, Id<Partnership> partnershipId, IQueryable<Id<Agency>> agencies, DateOnly day, CancellationToken cancel)
    {
        var leads = await db.Memberships
            .Where(m => m.PartnershipId == partnershipId && m.Role == Role.TrainingLead && agencies.Any(a => a == m.AgencyId))
            .PeopleOnAsync(db, day, cancel);
        if (leads.Count > 0) return [.. leads.Select(l => (l.Name, l.Email)).Distinct()];
        var support = await db.Partnerships.Where(p => p.Id == partnershipId)
            .Select(p => new { p.ShortName, p.SupportEmail }).SingleAsync(cancel);
        return [(support.ShortName, support.SupportEmail)];
    }
}
