namespace Portal.Domain;

/// <summary>What a provider of training may be recognised by. Basis: the marks that the sector keeps for services and courses.</summary>
public enum QualityMarkKind
{
    LeadingLights, RespectStandard, WomensAidStandards, SharedStandards, Daha, OcnLondon, AgoredCymru, Iris, Other,
}

/// <summary>An organisation that gives training.</summary>
public sealed class Provider : IBelongToPartnership, IVersioned
{
    private readonly List<QualityMark> marks = [];

    public Id<Provider> Id { get; init; } = Id<Provider>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required string Name { get; set; }

    /// <summary>Where the provider is written to: an address of a role, not of a person.</summary>
    public required string Email { get; set; }

    /// <summary>The agency of the partnership that it is, or belongs to; null for one from outside.</summary>
    public Id<Agency>? AgencyId { get; set; }
    public int Version { get; private set; }
    public IReadOnlyList<QualityMark> Marks => marks;

    /// <summary>Whether some mark of it counts on a day. What is accredited is always asked of a day and never ticked.</summary>
    public bool HasMarkOn(DateOnly day) => marks.Exists(m => m.CountsOn(day));

    public void Add(QualityMark mark)
    {
        mark.RefuseUnlessSound();
        marks.Add(mark);
    }

    public void Remove(Id<QualityMark> mark)
    {
        if (marks.RemoveAll(m => m.Id == mark) == 0) throw new Refused("This mark is no longer there");
    }
}

/// <summary>One recognition of a provider, from a day until its last.</summary>
public sealed class QualityMark
{
    public Id<QualityMark> Id { get; init; } = Id<QualityMark>.New();
    public required Id<Provider> ProviderId { get; init; }
    public required QualityMarkKind Kind { get; init; }

    /// <summary>What it is called, where its kind does not say it.</summary>
    public string? Name { get; init; }

    /// <summary>Number of the certificate.</summary>
    public string? Number { get; init; }
    public Id<StoredFile>? EvidenceId { get; init; }
    public required DateOnly From { get; init; }

    /// <summary>The last day on which it counts; null for one that does not end.</summary>
    public DateOnly? EndsOn { get; init; }

    public bool CountsOn(DateOnly day) => From <= day && !(EndsOn < day);

    /// <summary>"Leading Lights", or what one of another kind is called.</summary>
    public string Words => Name ?? Kind.Words();

    public void RefuseUnlessSound()
    {
        if (EndsOn < From) throw new Refused("The last day must be on or after the first", nameof(EndsOn));
        if (Kind == QualityMarkKind.Other && string.IsNullOrWhiteSpace(Name))
            throw new Refused("Enter what the mark is called", nameof(Name));
    }
}

public static class QualityMarkWords
{
    public static string Words(this QualityMarkKind kind) => kind switch
    {
        QualityMarkKind.LeadingLights => "Leading Lights",
        QualityMarkKind.RespectStandard => "Respect Standard",
        QualityMarkKind.WomensAidStandards => "Women’s Aid National Quality Standards",
        QualityMarkKind.SharedStandards => "Shared sector standards",
        QualityMarkKind.Daha => "DAHA accreditation",
        QualityMarkKind.OcnLondon => "OCN London",
        QualityMarkKind.AgoredCymru => "Agored Cymru",
        QualityMarkKind.Iris => "IRIS",
        QualityMarkKind.Other => "Another mark",
    };
}
