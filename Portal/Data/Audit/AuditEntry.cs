namespace Portal.Data.Audit;

/// <summary>
/// Who did what, when, in words. One for each save, which the whole partnership reads; and where it concerned several agencies
/// one more for each, which that agency reads.
/// </summary>
[KeepsOwnHistory]
public sealed class AuditEntry : IBelongToPartnership
{
    public Id<AuditEntry> Id { get; init; } = Id<AuditEntry>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Null when the portal itself did it in a job.</summary>
    public required Id<User>? UserId { get; init; }
    public required string Actor { get; init; }
    public required Role Role { get; init; }

    /// <summary>The entry of the whole save, when this one holds what is one agency's to read of it; null for the whole.</summary>
    public Id<AuditEntry>? PartOf { get; init; }

    /// <summary>The agency that the change concerns, when it concerns one: its training lead may read it.</summary>
    public required Id<Agency>? AgencyId { get; init; }
    public required string What { get; init; }

    /// <summary>The same, without who it was.</summary>
    internal AuditEntry BySomeone() => new()
    {
        PartnershipId = PartnershipId, At = At, UserId = null, Actor = "Someone who may answer", Role = Role.System, AgencyId = AgencyId,
        What = What, PartOf = PartOf,
    };
}

/// <summary>One field of one row: what it was and what it became.</summary>
[KeepsOwnHistory]
public sealed class AuditChange
{
    public Id<AuditChange> Id { get; init; } = Id<AuditChange>.New();
    public required Id<AuditEntry> EntryId { get; init; }

    /// <summary>The kind of row, for example "StaffMember".</summary>
    public required string Entity { get; init; }
    public required Guid EntityId { get; init; }
    public required string Field { get; init; }
    public required string? Old { get; init; }
    public required string? New { get; init; }
}
