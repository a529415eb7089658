namespace Portal.Domain;

/// <summary>What an import says of a person, or what they were before it.</summary>
public sealed record ImportedPerson
{
    public static readonly ImportedPerson Unsaid = new();

    public string? Name { get; init; }
    public string? Email { get; init; }
}
