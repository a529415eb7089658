using Microsoft.AspNetCore.Identity;
using Portal.Data;
using Portal.Data.Seeding;

namespace Portal.Demo.Borough;

/// <summary>
/// Invents those who sign in: the leads of each agency, the members of the boards and one person for each role. Names are
/// offices, never people's.
/// </summary>
internal sealed class Offices(Dice dice, BoroughSeed borough, Id<Partnership> partnershipId, DateOnly programme, DateOnly today)
{
    // Hashing is slow by design; one hash for all is enough for people who do not exist.
    private static readonly string PasswordHash = new PasswordHasher<PortalUser>().HashPassword(null!, DemoPeople.Password);

    public List<PortalUser> Users { get; } = [];
    public List<Membership> Memberships { get; } = [];

    /// <summary>A lead of an agency. Where the story leaves the post vacant, its last holder left some weeks ago.</summary>
    public Id<User> Lead(Agency agency, AgencySeed seed, Role role)
    {
        var user = User($"{role.Words()}, {agency.Name}", $"{(role == Role.TrainingLead ? "training" : "executive")}.lead@{seed.Domain}");
        var lead = Hold(user, role, agency: agency.Id);
        if (seed.Story.Vacant?.Contains(role) == true) lead.End(today.AddDays(-dice.Between(40, 80)));
        return user;
    }

    public void BoardMember(Id<User> user, Id<Body> board) => Hold(user, Role.BoardMember, body: board);

    /// <summary>The people of <see cref="DemoPeople"/> who are not the lead of an agency.</summary>
    public void OneForEachRole(
        IReadOnlyDictionary<string, Id<Body>> bodies, Agency agency, StaffMember learner, StaffMember manager, Provider provider)
    {
        Hold(User(learner.Name, DemoPeople.Email[Role.Learner]), Role.Learner, agency.Id, staff: learner.Id);
        Hold(User(manager.Name, DemoPeople.Email[Role.LineManager]), Role.LineManager, agency.Id, staff: manager.Id);
        foreach (var role in new[]
        {
            Role.CourseProvider, Role.TrainingAdministrator, Role.Commissioner, Role.Auditor, Role.SystemAdministrator
        })
            Hold(User($"{role.Words()}, {borough.Partnership.Borough}", DemoPeople.Email[role]), role,
                provider: role.NeedsProvider() ? provider.Id : null);
        foreach (var (role, body) in new[]
        {
            (Role.BoardMember, "SBP"), (Role.BoardChair, "SBP"), (Role.BoardClerk, "SBP"), (Role.SubGroupLead, "DASG"),
            (Role.HealthAndWellbeingMember, "HWB"), (Role.SafeguardingLink, "CSP"),
        })
            Hold(User($"{role.Words()}, {borough.Partnership.Borough}", DemoPeople.Email[role]), role, body: bodies[body]);
        foreach (var (code, name) in new[] { ("MARAC", "MARAC Steering Group"), ("FORUM", "DV/VAWG Forum") })
            Hold(User($"Sub-group lead, {name}", $"{code.ToLowerInvariant()}.lead@{borough.Partnership.Domain}"), Role.SubGroupLead,
                body: bodies[code]);
        Hold(User("Safeguarding board link, Adults’ Safeguarding Board", $"adults.link@{borough.Partnership.Domain}"),
            Role.SafeguardingLink, body: bodies["SAB"]);
    }

    /// <summary>Who may sign in for a provider already; null when nobody.</summary>
    public Id<User>? GiverOf(Provider provider) => Memberships.Find(m => m.ProviderId == provider.Id)?.UserId;

    /// <summary>Someone who gives the courses of a provider.</summary>
    public Id<User> Trainer(Provider provider)
    {
        var user = User($"Trainer, {provider.Name}", $"trainer.{provider.Email}");
        Hold(user, Role.CourseProvider, provider: provider.Id);
        return user;
    }

    private Id<User> User(string name, string email)
    {
        var user = new PortalUser
        {
            Id = dice.Id<User>(), Name = name, UserName = email, NormalizedUserName = email.ToUpperInvariant(), Email = email,
            NormalizedEmail = email.ToUpperInvariant(), EmailConfirmed = true, LockoutEnabled = true, PasswordHash = PasswordHash,
            SecurityStamp = dice.Id<PortalUser>().ToString(), ConcurrencyStamp = dice.Id<PortalUser>().ToString(),
        };
        Users.Add(user);
        return user.Id;
    }

    private Membership Hold(
        Id<User> user, Role role, Id<Agency>? agency = null, Id<Body>? body = null, Id<StaffMember>? staff = null,
        Id<Provider>? provider = null)
    {
        var membership = new Membership
        {
            Id = dice.Id<Membership>(), PartnershipId = partnershipId, UserId = user, Role = role, AgencyId = agency, BodyId = body,
            StaffId = staff, ProviderId = provider,
            From = programme.AddDays(-dice.Between(10, 90)), CheckedOn = today.AddDays(-dice.Between(10, 160)),
        };
        Memberships.Add(membership);
        return membership;
    }
}
