namespace Portal.Domain;

/// <summary>
/// One version of a clause that commissioned training is held against: its wording, its source, what the portal can tell of it by itself,
/// and what it asks of whoever requests. A published version never changes; one without <see cref="EffectiveFrom"/> is a draft.
/// </summary>
public sealed class Clause : IBelongToPartnership, IVersioned
{
    public Id<Clause> Id { get; init; } = Id<Clause>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>The same for all its versions: "K01".</summary>
    public required string Code { get; init; }
    public required int Number { get; init; }
    public required string ShortName { get; init; }
    public required string Wording { get; set; }
    public required string Source { get; set; }

    /// <summary>What the portal can tell from data; null where a person always judges.</summary>
    public ClauseRule? Rule { get; init; }

    /// <summary>The question that whoever requests answers; null where data says it.</summary>
    public string? Asks { get; set; }

    /// <summary>The first day in force; null for a draft.</summary>
    public DateOnly? EffectiveFrom { get; private set; }
    public int Version { get; private set; }

    public static Clause InForceFrom(
        Id<Partnership> partnershipId, string code, string shortName, string wording, string source, ClauseRule? rule, string? asks,
        DateOnly from) => new()
        {
            PartnershipId = partnershipId, Code = code, Number = 1, ShortName = shortName, Wording = wording, Source = source, Rule = rule,
            Asks = asks, EffectiveFrom = from,
        };

    /// <summary>A draft of its next version, with the same content.</summary>
    public Clause NextDraft() => EffectiveFrom is null ? throw new Refused("There is a draft of this clause already") : new()
    {
        PartnershipId = PartnershipId, Code = Code, Number = Number + 1, ShortName = ShortName, Wording = Wording, Source = Source,
        Rule = Rule, Asks = Asks,
    };

    /// <summary>Writes into the draft.</summary>
    public void Say(string wording, string source, string? asks)
    {
        RefuseUnlessDraft();
        if (Rule is null && asks is null) throw new Refused("Enter what it asks: no data can tell", nameof(Asks));
        (Wording, Source, Asks) = (wording, source, asks);
    }

    /// <summary>
    /// Requests that are sent from this day on are held against it. It is tomorrow at the earliest, because what was sent today was held
    /// against the version before, and after the first day of the newest that was published.
    /// </summary>
    public void Publish(DateOnly from, DateOnly? newestFrom, DateOnly today)
    {
        RefuseUnlessDraft();
        if (from <= today) throw new Refused("The first day must be in the future", "From");
        if (from > today.AddYears(2)) throw new Refused("The first day must be within two years", "From");
        if (from <= newestFrom)
            throw new Refused($"The first day must be after {Words.Day(newestFrom.Value)}, that of the version before", "From");
        EffectiveFrom = from;
    }

    private void RefuseUnlessDraft()
    {
        if (EffectiveFrom is not null) throw new Refused("A version that was published never changes. Start a draft instead");
    }
}

/// <summary>
/// A person’s finding about a clause of a request: it stands in place of what the portal could tell, until the request is sent again.
/// </summary>
[KeepsOwnHistory]
public sealed class ClauseFinding : IBelongToPartnership
{
    public const int LongestNote = 1000;

    public Id<ClauseFinding> Id { get; init; } = Id<ClauseFinding>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<CommissioningRequest> RequestId { get; init; }
    public required string ClauseCode { get; init; }
    public required bool IsMet { get; set; }

    /// <summary>For those who review, and never shown to whoever asked.</summary>
    public string? Note { get; set; }
    public required string By { get; set; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; set; }
}
