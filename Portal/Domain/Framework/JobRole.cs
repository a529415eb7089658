namespace Portal.Domain;

/// <summary>A job as the framework knows it, for example "housing officer". What an agency calls it is a <see cref="JobTitle"/>.</summary>
public sealed class JobRole : IBelongToPartnership
{
    public Id<JobRole> Id { get; init; } = Id<JobRole>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required string Code { get; init; }
    public required string Title { get; set; }

    /// <summary>Whom it means, in a sentence; null where the title says it.</summary>
    public string? Description { get; set; }
    public required AgencyType AgencyType { get; init; }
}

/// <summary>In one version of a framework, the level a job role needs; null says "mapped later".</summary>
public sealed class LevelRequirement
{
    public Id<LevelRequirement> Id { get; init; } = Id<LevelRequirement>.New();
    public required Id<Framework> FrameworkId { get; init; }
    public required Id<JobRole> JobRoleId { get; init; }
    public int? LevelNumber { get; set; }
}
