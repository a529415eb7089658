namespace Portal.Domain;

public enum BodyKind { Partnership, SubGroup, HealthAndWellbeing, SafeguardingChildren, SafeguardingAdults }

/// <summary>A board or group that governs: the partnership's own board, a sub-group, or a board it reports to.</summary>
public sealed class Body : IBelongToPartnership
{
    public Id<Body> Id { get; init; } = Id<Body>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required string ShortName { get; set; }
    public required BodyKind Kind { get; init; }

    /// <summary>How often it is expected to meet, in months.</summary>
    public required int MeetsEveryMonths { get; set; }
}

/// <summary>One body reports to another; a body may report to several.</summary>
public sealed class ReportingLine : IBelongToPartnership
{
    public Id<ReportingLine> Id { get; init; } = Id<ReportingLine>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Body> FromId { get; init; }
    public required Id<Body> ToId { get; init; }
}
