namespace Portal.Domain;

/// <summary>
/// From a day until a day, where an agency stood on a standard. A new row is written only when the standing changes, so
/// any past day can be asked and history costs what changes cost.
/// </summary>
[KeepsOwnHistory]
public sealed class StandardResult : IBelongToAgency
{
    public Id<StandardResult> Id { get; init; } = Id<StandardResult>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The version that judged it.</summary>
    public required Id<Standard> StandardId { get; init; }
    public required string StandardCode { get; init; }

    /// <summary>The level's number, or 0 for a standard that is not measured by level.</summary>
    public required int Level { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The first day on which it no longer held; null while it holds.</summary>
    public DateOnly? Until { get; set; }
    public required Outcome Outcome { get; init; }
    public required int Numerator { get; init; }
    public required int Denominator { get; init; }

    /// <summary>Why there is no judgement, for example "Staff list last confirmed on 3 May 2026".</summary>
    public string? Note { get; init; }

    /// <summary>
    /// The share as a trend shows it, per cent, rounded down; null where nothing was judged, or so few are counted that the count is said
    /// instead (<see cref="Standard.SmallNumber"/>).
    /// </summary>
    public int? Percent => Outcome.IsJudged() && Denominator >= Standard.SmallNumber
        ? (int)(100L * Numerator / Denominator) : null;

    public bool StandsOn(DateOnly day) => From <= day && (Until is null || day < Until);
}
