namespace Portal.Domain;

/// <summary>One statement of what a person at a level can do.</summary>
public sealed class Competency
{
    public Id<Competency> Id { get; init; } = Id<Competency>.New();
    public required Id<Framework> FrameworkId { get; init; }
    public required int LevelNumber { get; init; }
    public required string Code { get; init; }
    public required string Statement { get; init; }

    /// <summary>Strand codes separated by spaces; empty means every strand.</summary>
    public required string Strands { get; init; }

    internal Competency CopyTo(Id<Framework> frameworkId) => new()
    {
        FrameworkId = frameworkId, LevelNumber = LevelNumber, Code = Code, Statement = Statement, Strands = Strands,
    };
}

/// <summary>A kind of violence or abuse that training covers; strands come and go with strategies, so each has its days.</summary>
public sealed class Strand : IBelongToPartnership
{
    public Id<Strand> Id { get; init; } = Id<Strand>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required string Code { get; init; }
    public required string Name { get; set; }
    public required DateOnly From { get; init; }

    /// <summary>The first day on which it is no strand any more; null while none is set.</summary>
    public DateOnly? Until { get; set; }

    public bool IsInForceOn(DateOnly day) => From <= day && (Until is null || Until > day);
}
