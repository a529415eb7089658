namespace Portal.Domain;

/// <summary>
/// One version of a recommended standard: its wording, where it comes from, how it is measured and when it is met. A
/// published version never changes. One without <see cref="EffectiveFrom"/> is not in force yet, and nothing pretends to
/// measure it.
/// </summary>
public sealed class Standard : IBelongToPartnership, IVersioned
{
    /// <summary>Counts below this are shown as counts, and suppressed in anything public.</summary>
    public const int SmallNumber = 5;

    private DateOnly? effectiveFrom;
    private string? measure;

    public Id<Standard> Id { get; init; } = Id<Standard>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required string Code { get; init; }
    public required int Number { get; init; }

    /// <summary>A name that fits a column of the matrix: 24 characters at most.</summary>
    public required string ShortName { get; init; }
    public required string Wording { get; set; }

    /// <summary>How the figure is made, in words.</summary>
    public required string Rule { get; init; }

    /// <summary>What makes the figure: one of <see cref="MeasureKeys"/>; null while nothing measures it.</summary>
    public string? Measure { get => measure; init => measure = value; }

    /// <summary>Per cent at or above which the standard is met; null for a standard that is met or not.</summary>
    public int? MetAt { get; set; }

    /// <summary>Per cent at or above which it is partly met.</summary>
    public int? PartlyAt { get; set; }
    public required Severity Severity { get; set; }

    /// <summary>From this level up, severity is critical; null when severity does not depend on the level.</summary>
    public int? CriticalFromLevel { get; set; }

    /// <summary>Measured once for each level.</summary>
    public required bool PerLevel { get; init; }
    public required Basis Basis { get; init; }
    public required string SourceTitle { get; set; }
    public string? SourceUrl { get; set; }
    public required string Guidance { get; set; }

    /// <summary>What would clear a flag.</summary>
    public required string ClearedBy { get; init; }

    /// <summary>The first day in force; null while not in force.</summary>
    public DateOnly? EffectiveFrom { get => effectiveFrom; init => effectiveFrom = value; }

    /// <summary>Being written: nobody is judged by it, and only those who edit standards see it.</summary>
    public bool IsDraft { get; private set; }
    public int Version { get; private set; }

    /// <summary>"90%, partly from 75%"; a standard without percentages says in its rule when it is met.</summary>
    public string Threshold => (MetAt, PartlyAt) switch
    {
        (null, _) => "No percentage: its rule says when",
        ({ } met, null) => $"{met}%",
        ({ } met, { } partly) => $"{met}%, partly from {partly}%",
    };

    /// <summary>What names a standard at a level wherever one is named: "S06-3", or "S01" where there are no levels (0).</summary>
    public static string Key(string code, int level) => level == 0 ? code : $"{code}-{level}";

    /// <summary>What measures it has come with a release: it can be drafted from now on. One that is in force or measured stays.</summary>
    public void CanBeMeasuredBy(string key)
    {
        if (measure is null && effectiveFrom is null) measure = key;
    }

    /// <summary>A draft of the next version, with the same content. Refused while nothing measures the standard.</summary>
    public Standard NextDraft()
    {
        if (Measure is null) throw new Refused("Nothing measures this standard yet, so it cannot come into force");
        return new()
        {
            PartnershipId = PartnershipId, Code = Code, Number = Number + 1, ShortName = ShortName, Wording = Wording, Rule = Rule,
            Measure = Measure,
            MetAt = MetAt, PartlyAt = PartlyAt, Severity = Severity, CriticalFromLevel = CriticalFromLevel, PerLevel = PerLevel,
            Basis = Basis,
            SourceTitle = SourceTitle, SourceUrl = SourceUrl, Guidance = Guidance, ClearedBy = ClearedBy, IsDraft = true,
        };
    }

    /// <summary>Writes into the draft. A standard counted in per cent keeps a percentage; one that is met or not has none.</summary>
    public void Say(StandardTerms terms)
    {
        RefuseUnlessDraft();
        terms.RefuseUnlessSound(this);
        (Wording, Guidance, SourceTitle, SourceUrl) = (terms.Wording, terms.Guidance, terms.SourceTitle, terms.SourceUrl);
        (MetAt, PartlyAt, Severity, CriticalFromLevel) = (terms.MetAt, terms.PartlyAt, terms.Severity, terms.CriticalFromLevel);
    }

    /// <summary>Puts the draft in force from a day, which must be after the first day of the version it replaces.</summary>
    public void Publish(DateOnly from, DateOnly? previousFrom)
    {
        RefuseUnlessDraft();
        FirstDay.RefuseUnlessAfter(from, previousFrom);
        (IsDraft, effectiveFrom) = (false, from);
    }

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
            return numerator == denominator ? Outcome.Met
                : numerator == denominator - 1 && numerator > 0 ? Outcome.PartlyMet
                : Outcome.NotMet;
        return numerator * 100 >= (MetAt ?? 100) * denominator ? Outcome.Met
            : numerator * 100 >= (PartlyAt ?? 100) * denominator ? Outcome.PartlyMet
            : Outcome.NotMet;
    }

    /// <summary>How many more of those counted it takes until the standard is met.</summary>
    public int Needed(int numerator, int denominator)
    {
        var needed = 0;
        while (numerator + needed < denominator && Judge(numerator + needed, denominator) != Outcome.Met) needed++;
        return needed;
    }

    private void RefuseUnlessDraft()
    {
        if (!IsDraft) throw new Refused("A published standard does not change. Start a new draft instead");
    }
}
