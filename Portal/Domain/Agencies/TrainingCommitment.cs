namespace Portal.Domain;

/// <summary>
/// One version of the commitment to training that a partnership asks its agencies to sign. A version
/// that has begun never changes.
/// </summary>
public sealed class TrainingCommitment : IBelongToPartnership
{
    public Id<TrainingCommitment> Id { get; init; } = Id<TrainingCommitment>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>The version, from 1; a signature says which was signed.</summary>
    public required int Number { get; init; }

    /// <summary>The first day on which this version is the one to sign.</summary>
    public required DateOnly From { get; init; }
    public required string Title { get; init; }

    /// <summary>What an agency undertakes, one undertaking on each line.</summary>
    public required string Text { get; init; }

    public IReadOnlyList<string> Undertakings => Text.Split('\n');
}
