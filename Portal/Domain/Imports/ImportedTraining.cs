namespace Portal.Domain;

/// <summary>What an import says of training that a person has had.</summary>
public sealed record ImportedTraining
{
    public static readonly ImportedTraining Unsaid = new();

    public int? LevelNumber { get; init; }
    public DateOnly? AchievedOn { get; init; }
    public DateOnly? EndsOn { get; init; }
    public string? Course { get; init; }
    public string? Provider { get; init; }
    public string? Reference { get; init; }
}
