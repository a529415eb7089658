using Portal.Components;

namespace Portal.Features.Standards.Drafts;

/// <summary>What a draft says differently from the version it would replace, field by field and in a sentence.</summary>
public static class DraftChanges
{
    public static IReadOnlyList<ChangeList.Change> Between(Standard was, Standard becomes) =>
        [.. Fields(was).Zip(Fields(becomes), (a, b) => new ChangeList.Change(a.Name, a.Value, b.Value)).Where(c => c.Old != c.New)];

    public static string Sentence(int changes, DraftEffect.Found effect)
    {
        if (changes == 0) return "This draft says the same as the version in force.";
        var made = Words.Count(changes, "change");
        string[] parts =
        [
            .. Part(effect.FlagsOpened, "would open"), .. Part(effect.FlagsClosed, "would close"),
            .. Part(effect.Reweighed, "would have another severity"),
        ];
        if (effect.AgenciesChanged == 0 && parts.Length == 0)
            return $"{made}. If it were in force today, no agency would stand differently.";
        var flags = parts.Length == 0 ? "" : $" {string.Join(", ", parts)}.";
        var agencies = $"{Words.Number(effect.AgenciesChanged)} of {Words.Count(effect.Agencies, "agency", "agencies")}";
        return $"{made}. If it were in force today, {agencies} would stand differently.{flags}";
    }

    private static IEnumerable<(string Name, string? Value)> Fields(Standard standard) =>
    [
        ("Wording", standard.Wording), ("Met at", Percent(standard.MetAt)), ("Partly met from", Percent(standard.PartlyAt)),
        ("Severity of a flag", standard.Severity.Words()),
        ("Critical from level", standard.CriticalFromLevel is { } level ? $"Level {level}" : null),
        ("Guidance", standard.Guidance), ("Source", standard.SourceTitle), ("Address of the source", standard.SourceUrl),
    ];

    private static string? Percent(int? value) => value is { } percent ? $"{percent}%" : null;

    private static string[] Part(int flags, string would) => flags == 0 ? [] : [$"{Words.Count(flags, "flag")} {would}"];
}
