namespace Portal.Domain;

/// <summary>
/// One version of a recommended standard: its wording, where it comes from, how it is measured and when it is met. A
/// standard without <see cref="EffectiveFrom"/> is not in force yet, and nothing pretends to measure it.
/// </summary>
public sealed class Standard : IBelongToPartnership
{
    /// <summary>Counts below this are shown as counts, and suppressed in anything public.</summary>
    public const int SmallNumber = 5;

    public Id<Standard> Id { get; init; } = Id<Standard>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required string Code { get; init; }
    public required int Number { get; init; }

    /// <summary>A name that fits a column of the matrix: 24 characters at most.</summary>
    public required string ShortName { get; init; }
    public required string Wording { get; init; }

    /// <summary>How the figure is made, in words.</summary>
    public required string Rule { get; init; }

    /// <summary>The class in Features/Standards/Measures that makes the figure; null while nothing measures it.</summary>
    public string? Measure { get; init; }

    /// <summary>Per cent at or above which the standard is met; null for a standard that is met or not.</summary>
    public int? MetAt { get; init; }

    /// <summary>Per cent at or above which it is partly met.</summary>
    public int? PartlyAt { get; init; }
    public required Severity Severity { get; init; }

    /// <summary>From this level up, severity is critical; null when severity does not depend on the level.</summary>
    public int? CriticalFromLevel { get; init; }

    /// <summary>Measured once for each level.</summary>
    public required bool PerLevel { get; init; }
    public required Basis Basis { get; init; }
    public required string SourceTitle { get; init; }
    public string? SourceUrl { get; init; }
    public required string Guidance { get; init; }

    /// <summary>What would clear a flag.</summary>
    public required string ClearedBy { get; init; }

    /// <summary>The first day in force; null while not in force.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>"90%, partly from 75%"; a standard without percentages says in its rule when it is met.</summary>
    public string Threshold => (MetAt, PartlyAt) switch
    {
        (null, _) => "As its rule says",
        ({ } met, null) => $"{met}%",
        ({ } met, { } partly) => $"{met}%, partly from {partly}%",
    };

    /// <summary>How much a flag on this standard at this level matters.</summary>
    public Severity SeverityAt(int level) => level >= CriticalFromLevel ? Severity.Critical : Severity;

    /// <summary>
    /// Judges a count against the thresholds. Under five people a percentage says more than it knows, so everyone
    /// counts as met, all but one as partly met, and fewer as not met.
    /// </summary>
    public Outcome Judge(long numerator, long denominator)
    {
        if (denominator == 0) return Outcome.NotApplicable;
        if (denominator < SmallNumber)
            return numerator == denominator ? Outcome.Met : numerator == denominator - 1 && numerator > 0 ? Outcome.PartlyMet : Outcome.NotMet;
        return numerator * 100 >= (MetAt ?? 100) * denominator ? Outcome.Met
            : numerator * 100 >= (PartlyAt ?? 100) * denominator ? Outcome.PartlyMet
            : Outcome.NotMet;
    }
}
