namespace Portal.Features.Framework;

/// <summary>What a draft would do, in a sentence for the top of its page.</summary>
public static class DraftSentence
{
    public static string Of(int changes, DraftEffect.Found effect)
    {
        if (changes == 0) return "This draft says the same as the version in force.";
        var made = changes == 1 ? "1 change" : $"{changes:N0} changes";
        if (effect.Agencies.Count == 0) return $"{made}, which would change nothing for anyone today.";
        string[] parts =
        [
            .. Part(effect.OtherNeed, "would need another level"), .. Part(effect.Lose, "would no longer be at the level they need"), .. Part(effect.Gain, "would newly be at the level they need"),
        ];
        var where = effect.Agencies.Count == 1 ? "1 agency" : $"{effect.Agencies.Count} agencies";
        return $"{made}. If it were in force today, {Join(parts)}, in {where}.";
    }

    private static string[] Part(int people, string would) => people == 0 ? [] : [$"{(people == 1 ? "1 person" : $"{people:N0} people")} {would}"];

    private static string Join(string[] parts) => parts.Length < 2 ? parts[0] : $"{string.Join(", ", parts[..^1])} and {parts[^1]}";
}
