namespace Portal.Features.Framework;

/// <summary>What a draft would do, in a sentence for the top of its page.</summary>
public static class DraftSentence
{
    public static string Of(int changes, DraftEffect.Found effect)
    {
        if (changes == 0) return "This draft says the same as the version in force.";
        var made = Words.Count(changes, "change");
        if (effect.Agencies.Count == 0 && effect.Starters == 0) return $"{made}, which would change nothing for anyone today.";
        string[] parts =
        [
            .. Part(effect.OtherNeed, "would need another level"),
            .. Part(effect.Unmapped, "would be in a job that is not mapped to a level"),
            .. Part(effect.Lose, "would no longer be at the level they need"),
            .. Part(effect.Gain, "would newly be at the level they need"),
        ];
        var starters = Part(effect.Starters, "who started lately would have another last day to reach their level");
        if (parts.Length == 0) return $"{made}. If it were in force today, {starters[0]}.";
        var where = Words.Count(effect.Agencies.Count, "agency", "agencies");
        return $"{made}. If it were in force today, {parts.Listed()}, in {where}.{(starters.Length == 0 ? "" : $" And {starters[0]}.")}";
    }

    private static string[] Part(int people, string would) => people == 0 ? [] : [$"{Words.Count(people, "person", "people")} {would}"];
}
