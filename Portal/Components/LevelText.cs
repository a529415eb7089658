using Portal.Components.GovUk;

namespace Portal.Components;

/// <summary>Levels of a framework as people say and choose them.</summary>
public static class LevelText
{
    /// <summary>"Level 2: Ask and assess".</summary>
    public static string Words(this Level level) => $"Level {level.Code}: {level.Title}";

    /// <summary>Each as an answer, the lowest first; explained by what the level means, where there is room.</summary>
    public static IReadOnlyList<Choice> Choices(this IEnumerable<Level> levels, bool explained = false) =>
        [.. levels.OrderBy(l => l.Number).Select(l => new Choice($"{l.Number}", l.Words()) { Hint = explained ? l.Description : null })];
}
