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

    /// <summary>
    /// Which record answers a need on a day, at which level, and the last day on which it does; null when it does not lapse.
    /// </summary>
    public readonly record struct Answer(Level Level, Held Record, DateOnly? LastDay);

    /// <summary>The record that answers a need for <paramref name="level"/> for longest; null when none does on the day.</summary>
    public static Answer? Answering(Framework framework, IReadOnlyCollection<Held> records, int level, DateOnly day) =>
        Longest(Satisfying(framework, level).Where(l => Counts(framework, l, records, day)), records.Where(r => r.AchievedOn <= day), day);

    /// <summary>
    /// The record that answered a need for <paramref name="level"/> until most recently, and no longer does;
    /// null when none ever did.
    /// </summary>
    public static Answer? LastAnswered(Framework framework, IReadOnlyCollection<Held> records, int level, DateOnly day) =>
        Longest(Satisfying(framework, level), records.Where(r => r.AchievedOn <= day), DateOnly.MinValue);

    /// <summary>Where a person whose jobs need <paramref name="level"/> stands on a day; null says that no job is mapped.</summary>
    public static Standing Standing(Framework framework, IReadOnlyCollection<Held> records, int? level, DateOnly day) =>
        level is not { } need ? Domain.Standing.Unmapped
        : Holds(framework, records, need, day) ? Domain.Standing.AtLevel
        : LastAnswered(framework, records, need, day) is not null ? Domain.Standing.Lapsed
        : Domain.Standing.Never;

    /// <summary>The last day on which one record counts; null when it does not lapse.</summary>
    public static DateOnly? LastDay(Level level, DateOnly achieved, DateOnly? endsOn) =>
        level.LastDayInDate(achieved) is { } last ? endsOn < last ? endsOn : last : endsOn;

    /// <summary>The levels that answer a need for <paramref name="level"/>: itself, and in a ladder every higher one.</summary>
    public static IEnumerable<Level> Satisfying(Framework framework, int level) =>
        framework.Levels.Where(l => l.Number == level || (framework.IsLadder && l.Number > level));

    /// <summary>The levels that must have been held, on any day, before <paramref name="level"/> counts.</summary>
    public static IEnumerable<Level> Below(Framework framework, Level level) =>
        level is { RequiresLower: true, StandAlone: false } ? framework.Levels.Where(l => l.Number < level.Number) : [];

    private static Answer? Longest(IEnumerable<Level> levels, IEnumerable<Held> records, DateOnly notBefore) => levels
        .SelectMany(l => records.Where(r => r.LevelNumber == l.Number).Select(r => new Answer(l, r, LastDay(l, r.AchievedOn, r.EndsOn))))
        .Where(a => a.LastDay is null || a.LastDay >= notBefore)
        .OrderByDescending(a => a.LastDay ?? DateOnly.MaxValue).ThenByDescending(a => a.Level.Number)
        .Select(a => (Answer?)a).FirstOrDefault();

    private static bool Counts(Framework framework, Level level, IReadOnlyCollection<Held> records, DateOnly day) =>
        records.Any(r => r.LevelNumber == level.Number && r.AchievedOn <= day && r.AchievedOn >= level.EarliestInDate(day)
            && (r.EndsOn is null || r.EndsOn >= day))
        && Below(framework, level).All(lower => records.Any(r => r.LevelNumber == lower.Number && r.AchievedOn <= day));
}
