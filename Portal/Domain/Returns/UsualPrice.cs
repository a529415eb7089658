namespace Portal.Domain;

/// <summary>
/// What one unit of a kind of cost usually costs in the partnership: where a costing begins until the agency knows better.
/// </summary>
public sealed class UsualPrice : IBelongToPartnership
{
    public Id<UsualPrice> Id { get; init; } = Id<UsualPrice>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required CostKind Kind { get; init; }

    /// <summary>Before VAT; null where there is no usual price.</summary>
    public Money? Price { get; init; }

    /// <summary>Where the price comes from, in words for whoever fills in the costing.</summary>
    public required string Basis { get; init; }
}
