using System.Text.Json.Serialization;

namespace Portal.Domain;

/// <summary>One thing that the board is asked: what the figures say, and what the commissioner has made of it.</summary>
/// <param name="Key">What it is about: the same each time the figures are written. One that the commissioner added has its own.</param>
/// <param name="Figured">What the figures say; null when the commissioner added it, and when they ask for it no longer.</param>
/// <param name="Own">The commissioner’s words in place of these; null while the figures speak.</param>
/// <param name="Basis">What the figures said when the commissioner last decided on it.</param>
/// <param name="IsDropped">The commissioner has left it out.</param>
/// <param name="Into">The key of the one that says it now; null while it stands by itself.</param>
public sealed record Recommendation(
    string Key, string? Figured, string? Own = null, string? Basis = null, bool IsDropped = false, string? Into = null)
{
    /// <summary>The most characters that one may have.</summary>
    public const int Longest = 2000;

    /// <summary>How agencies follow the standards: it names none, so that people of one agency may read it.</summary>
    public const string OfFollowing = "following";

    /// <summary>What each agency of the table is asked.</summary>
    public const string OfAgencies = "agencies";
    public const string OfUnknown = "unknown";
    public const string OfReturns = "returns";
    public const string OfCosts = "costs";

    /// <summary>How the key of one begins that the commissioner added.</summary>
    public const string OfOwn = "own-";

    [JsonIgnore]
    public string Text => Own ?? Figured ?? Basis ?? "";

    /// <summary>Whether the paper has it in its list.</summary>
    [JsonIgnore]
    public bool Stands => !IsDropped && Into is null;

    /// <summary>Whether the commissioner has changed, merged, added or dropped it.</summary>
    [JsonIgnore]
    public bool IsDecided => Own is not null || !Stands;

    [JsonIgnore]
    public bool IsAdded => Key.StartsWith(OfOwn, StringComparison.Ordinal);

    /// <summary>Whether the figures say something else than when the commissioner decided on it.</summary>
    [JsonIgnore]
    public bool HasMoved => IsDecided && Figured != Basis;

    /// <summary>New figures, and what the commissioner had decided before: nothing of that is overwritten.</summary>
    public static IReadOnlyList<Recommendation> Carry(IReadOnlyList<Recommendation> before, IReadOnlyList<Recommendation> figured)
    {
        var decided = before.Where(b => b.IsDecided).ToDictionary(b => b.Key);
        return
        [
            .. figured.Select(f => decided.Remove(f.Key, out var mine) ? mine with { Figured = f.Figured } : f),
            .. before.Where(b => decided.ContainsKey(b.Key)).Select(b => b with { Figured = null }),
        ];
    }
}

public enum RecommendationStep { Reworded, Merged, Added, Dropped, PutBack, Kept }

/// <summary>One thing that a person did to a recommendation; its note is what it says since, null when it was left out.</summary>
public sealed class RecommendationEvent : Event<RecommendationEvent, RecommendationStep>
{
    public required Id<Edition> EditionId { get; init; }

    /// <summary>Of the <see cref="Recommendation"/>.</summary>
    public required string Key { get; init; }

    /// <summary>What it said before; null for one that was added.</summary>
    public required string? Before { get; init; }
}
