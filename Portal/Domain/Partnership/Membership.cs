namespace Portal.Domain;

/// <summary>
/// What a person is in the partnership: a role, at an agency or on a body, from a day until a day. One person may hold
/// several and acts as one at a time. An agency's training lead and executive lead are memberships too, so a vacancy is
/// the absence of a current one.
/// </summary>
public sealed class Membership : IBelongToPartnership
{
    public Id<Membership> Id { get; init; } = Id<Membership>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<User> UserId { get; init; }
    public required Role Role { get; init; }
    public Id<Agency>? AgencyId { get; init; }
    public Id<Body>? BodyId { get; init; }

    /// <summary>The provider of training, for whoever gives its courses.</summary>
    public Id<Provider>? ProviderId { get; init; }

    /// <summary>The person's own entry on the staff list, for a role that sees its own record.</summary>
    public Id<StaffMember>? StaffId { get; init; }

    /// <summary>A training lead whom another one named to stand in for them.</summary>
    public bool IsDeputy { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The first day on which it no longer holds; null while it does.</summary>
    public DateOnly? Until { get; private set; }

    /// <summary>The day someone last confirmed that this person is still in the role (standard S01 asks for 12 months).</summary>
    public required DateOnly CheckedOn { get; set; }

    public bool IsCurrentOn(DateOnly day) => From <= day && (Until is null || day < Until);

    /// <summary>Ends it on a day, or sooner than was said before.</summary>
    /// <param name="until">The first day on which it no longer holds.</param>
    public void End(DateOnly until)
    {
        if (Until <= until) throw new Refused("This role has already ended");
        if (until < From) throw new Refused("The last day must be on or after the first day", nameof(Until));
        Until = until;
    }

    /// <summary>That it ended was an error: it holds as long as was said before.</summary>
    /// <param name="until">The first day on which it no longer holds; null for no end.</param>
    public void Resume(DateOnly? until)
    {
        if (Until is null || until <= Until) throw new Refused("This role has not ended");
        Until = until;
    }

    public void Confirm(DateOnly today)
    {
        if (!IsCurrentOn(today)) throw new Refused("This role has already ended");
        CheckedOn = today;
    }
}
