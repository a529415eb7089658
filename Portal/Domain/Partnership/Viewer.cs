namespace Portal.Domain;

/// <summary>
/// Who is asking: a person acting in one of their memberships, or the portal itself. Every query and every act takes one.
/// </summary>
public sealed record Viewer(
    Id<User>? UserId,
    string Name,
    Id<Partnership> PartnershipId,
    Role Role,
    Id<Membership>? MembershipId = null,
    Id<Agency>? AgencyId = null,
    Id<Body>? BodyId = null,
    Id<StaffMember>? StaffId = null,
    Id<Provider>? ProviderId = null)
{
    /// <summary>The portal itself, working for one partnership.</summary>
    public static Viewer System(Id<Partnership> partnershipId) => new(null, "Training portal", partnershipId, Role.System);

    /// <summary>A person in one of their memberships: all that it gives, and nothing besides.</summary>
    public static Viewer Of(Id<User> userId, string name, Membership membership) => new(
        userId, name, membership.PartnershipId, membership.Role, membership.Id, membership.AgencyId, membership.BodyId, membership.StaffId,
        membership.ProviderId);

    public Reach Reach(Permission permission) => Permissions.Of(Role, permission);

    /// <summary>Whether this person may do it anywhere at all: enough to show a link or open a page.</summary>
    public bool May(Permission permission) => Reach(permission) != Domain.Reach.None;

    /// <summary>Whether this person may do it at this agency.</summary>
    public bool May(Permission permission, Id<Agency> agencyId) => Reach(permission) switch
    {
        Domain.Reach.Partnership => true,
        Domain.Reach.None => false,
        Domain.Reach.Own or Domain.Reach.Team or Domain.Reach.Agency => AgencyId == agencyId,
    };

    /// <summary>Refuses when this person may not do it at this agency.</summary>
    public void Require(Permission permission, Id<Agency> agencyId)
    {
        if (!May(permission, agencyId)) throw new Refused("Your role does not allow this at this agency");
    }

    /// <summary>Refuses when this person may not do it at all.</summary>
    public void Require(Permission permission)
    {
        if (!May(permission)) throw new Refused("Your role does not allow this");
    }
}
