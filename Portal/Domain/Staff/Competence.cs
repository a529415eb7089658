namespace Portal.Domain;

/// <summary>
/// Whether a set of verified records holds a level on a day. Basis: the ladder of NICE QS116 statement 2, with the rule
/// that a level counts only if lower levels have been held or recognised, unless it stands alone. In a ladder a higher
/// level satisfies a lower need. The database asks the same question in <c>Data/Holding</c>, and a test holds the two together.
/// </summary>
public static class Competence
{
    public readonly record struct Held(int LevelNumber, DateOnly AchievedOn, DateOnly? EndsOn = null);

    public static bool Holds(Framework framework, IReadOnlyCollection<Held> records, int level, DateOnly day) =>
        Satisfying(framework, level).Any(l => Counts(framework, l, records, day));

    /// <summary>The highest level held on the day; null when none is.</summary>
    public static Level? Highest(Framework framework, IReadOnlyCollection<Held> records, DateOnly day) =>
        framework.Levels.Where(l => Counts(framework, l, records, day)).MaxBy(l => l.Number);

    /// <summary>The last day on which one record counts; null when it does not lapse.</summary>
    public static DateOnly? LastDay(Level level, DateOnly achieved, DateOnly? endsOn) =>
        level.LastDayInDate(achieved) is { } last ? endsOn < last ? endsOn : last : endsOn;

    /// <summary>The levels that answer a need for <paramref name="level"/>: itself, and in a ladder every higher one.</summary>
    public static IEnumerable<Level> Satisfying(Framework framework, int level) =>
        framework.Levels.Where(l => l.Number == level || (framework.IsLadder && l.Number > level));

    /// <summary>The levels that must have been held, on any day, before <paramref name="level"/> counts.</summary>
    public static IEnumerable<Level> Below(Framework framework, Level level) =>
        level is { RequiresLower: true, StandAlone: false } ? framework.Levels.Where(l => l.Number < level.Number) : [];

    private static bool Counts(Framework framework, Level level, IReadOnlyCollection<Held> records, DateOnly day) =>
        records.Any(r => r.LevelNumber == level.Number && r.AchievedOn <= day && r.AchievedOn >= level.EarliestInDate(day) && (r.EndsOn is null || r.EndsOn >= day))
        && Below(framework, level).All(lower => records.Any(r => r.LevelNumber == lower.Number && r.AchievedOn <= day));
}
