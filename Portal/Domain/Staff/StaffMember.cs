namespace Portal.Domain;

/// <summary>A person who works, volunteers or serves. Training belongs to the person and goes with them from agency to agency.</summary>
public sealed class StaffMember : IBelongToPartnership, IVersioned
{
    public Id<StaffMember> Id { get; init; } = Id<StaffMember>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required string Name { get; set; }

    /// <summary>Work e-mail in lower case: one person has one in a partnership. Null when the staff list does not give it.</summary>
    public string? Email { get; set; }
    public int Version { get; private set; }
}
