namespace Portal.Domain;

/// <summary>One evaluation of every agency against the standards in force, as at a day.</summary>
[KeepsOwnHistory]
public sealed class Evaluation : IBelongToPartnership
{
    public Id<Evaluation> Id { get; init; } = Id<Evaluation>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required DateOnly AsAt { get; init; }
    public required DateTime StartedAt { get; init; }
    public required DateTime FinishedAt { get; init; }

    /// <summary>Standings that differ from those before.</summary>
    public required int ResultsChanged { get; init; }
    public required int FlagsOpened { get; init; }
    public required int FlagsClosed { get; init; }
}
