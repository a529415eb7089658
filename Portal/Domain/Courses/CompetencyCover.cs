namespace Portal.Domain;

/// <summary>Whether a person has been taught what a statement of the framework says; the better, the later.</summary>
public enum CoverState { Open, Lapsed, Stale, Covered }

/// <summary>
/// Statement by statement, what people have been taught by a day, and until when. An attended course covers the statements that it says
/// it covers; a verified record with no course behind it covers those of its level. Either lasts as long as the level of the statement.
/// It is stale when the words of the statement changed since, or the course came to cover it only later. Which level someone must hold,
/// and whether they do, is for <see cref="Competence"/> alone: this shows what a level is made of.
/// </summary>
public sealed class CompetencyCover
{
    /// <summary>That a course covers a statement.</summary>
    /// <param name="Since">The first day on which it did; null when it always has.</param>
    public readonly record struct Taught(Id<Course> CourseId, string Code, DateOnly? Since = null);

    /// <summary>A verified record, or a course that someone attended.</summary>
    /// <param name="Name">Of the training.</param>
    /// <param name="LevelNumber">Of a record with no course behind it.</param>
    /// <param name="EndsOn">The last day that the certificate itself allows, when it names one.</param>
    public readonly record struct Evidence(
        string Name, DateOnly On, int? LevelNumber = null, DateOnly? EndsOn = null, Id<Course>? CourseId = null);

    /// <param name="By">What covers it for longest; null when nothing ever did.</param>
    /// <param name="LastDay">The last day on which it does; null when it does not lapse.</param>
    /// <param name="ChangedOn">Since when the statement, or the course, is not what it was.</param>
    public readonly record struct Answer(CoverState State, Evidence? By = null, DateOnly? LastDay = null, DateOnly? ChangedOn = null);

    /// <summary>The statements of one level on one strand; an empty strand for those that concern every strand.</summary>
    public sealed record Cell(string Strand, int LevelNumber, IReadOnlyList<Competency> Statements);

    private readonly Dictionary<(Id<Course> Course, string Code), DateOnly?> taught;
    private readonly IReadOnlyDictionary<string, DateOnly> reworded;
    private readonly Dictionary<int, Level> levels;
    private readonly DateOnly day;

    /// <param name="framework">In force on the day, with its statements.</param>
    /// <param name="reworded">Statements whose words were others before a day: <see cref="Reworded"/>.</param>
    public CompetencyCover(
        Framework framework, IEnumerable<Taught> taught, IReadOnlyDictionary<string, DateOnly> reworded, DateOnly day)
    {
        (Framework, this.reworded, this.day) = (framework, reworded, day);
        this.taught = taught.ToDictionary(t => (t.CourseId, t.Code), t => t.Since);
        levels = framework.Levels.ToDictionary(l => l.Number);
        Statements = [.. framework.Competencies.OrderBy(s => s.LevelNumber).ThenBy(s => s.Code, StringComparer.Ordinal)];
        Cells = [.. from statement in Statements
                    from strand in statement.Strands.Split(' ')
                    group statement by new { strand, statement.LevelNumber } into alike
                    select new Cell(alike.Key.strand, alike.Key.LevelNumber, [.. alike])];
    }

    public Framework Framework { get; }

    /// <summary>Level by level.</summary>
    public IReadOnlyList<Competency> Statements { get; }
    public IReadOnlyList<Cell> Cells { get; }

    /// <summary>What a level is made of that a job needs: its own statements, and those of the levels it builds on.</summary>
    public IReadOnlyList<Competency> For(int? need)
    {
        if (need is not { } number || !levels.TryGetValue(number, out var level)) return [];
        int[] numbers = [number, .. Competence.Below(Framework, level).Select(l => l.Number)];
        return [.. Statements.Where(s => numbers.Contains(s.LevelNumber))];
    }

    /// <summary>
    /// The days on which a record at a level turns, for one that has not ended: from the first it counts at all, and from each later one
    /// as what was taught before does not. The answer is the same from one such day to the next.
    /// </summary>
    public IReadOnlyList<DateOnly> TurnsAt(Level level)
    {
        var first = level.EarliestInDate(day);
        return [first, .. Statements.Where(s => s.LevelNumber == level.Number && reworded.GetValueOrDefault(s.Code) > first)
            .Select(s => reworded[s.Code]).Distinct().Order()];
    }

    public Answer Of(Competency statement, IEnumerable<Evidence> evidence)
    {
        var best = default(Answer);
        foreach (var one in evidence)
            if (Judge(statement, one) is { } answer && (answer.State > best.State || (answer.State == best.State && Lasts(answer, best))))
                best = answer;
        return best;
    }

    /// <summary>
    /// The courses that would cover most of what is missing, each with what it adds to those before it. The most people and statements
    /// first; among equals the first of <paramref name="courses"/>.
    /// </summary>
    /// <param name="missing">For each statement how many people it is missing to.</param>
    public IReadOnlyList<(Id<Course> Course, IReadOnlyList<string> Codes)> Shortlist(
        IReadOnlyDictionary<string, int> missing, IReadOnlyList<Id<Course>> courses, int most)
    {
        var (left, chosen) = (missing.Where(m => m.Value > 0).ToDictionary(), new List<(Id<Course>, IReadOnlyList<string>)>());
        while (chosen.Count < most && left.Count > 0)
        {
            var best = courses.Select(c => (Course: c, Codes: Adds(c))).MaxBy(c => c.Codes.Sum(code => left[code]));
            if (best.Codes is not { Count: > 0 }) break;
            chosen.Add(best);
            foreach (var code in best.Codes) left.Remove(code);
        }
        return chosen;

        IReadOnlyList<string> Adds(Id<Course> course) =>
            [.. Statements.Select(s => s.Code).Where(code => left.ContainsKey(code) && taught.ContainsKey((course, code)))];
    }

    /// <summary>
    /// The statements that were not in the versions before, or said something else: each with the first day of its words. None when a
    /// framework is in its first version.
    /// </summary>
    public static IReadOnlyDictionary<string, DateOnly> Reworded(Framework framework, IEnumerable<Framework> earlier)
    {
        List<Framework> versions = [.. earlier.OrderByDescending(f => f.EffectiveFrom)];
        var since = new Dictionary<string, DateOnly>();
        foreach (var statement in framework.Competencies)
        {
            var same = versions
                .TakeWhile(f => f.Competencies.Any(s => s.Code == statement.Code && s.Statement == statement.Statement)).ToList();
            if (same.Count < versions.Count) since[statement.Code] = (same.LastOrDefault() ?? framework).EffectiveFrom!.Value;
        }
        return since;
    }

    private Answer? Judge(Competency statement, Evidence evidence)
    {
        DateOnly? since = null;
        if (evidence.On > day) return null;
        if (evidence.CourseId is { } course ? !taught.TryGetValue((course, statement.Code), out since)
            : evidence.LevelNumber != statement.LevelNumber) return null;
        if (reworded.TryGetValue(statement.Code, out var words) && !(since >= words)) since = words;
        var last = Competence.LastDay(levels[statement.LevelNumber], evidence.On, evidence.EndsOn);
        var changed = since > evidence.On ? since : null;
        return new(last < day ? CoverState.Lapsed : changed is null ? CoverState.Covered : CoverState.Stale, evidence, last, changed);
    }

    private static bool Lasts(Answer one, Answer other) => (one.LastDay ?? DateOnly.MaxValue) > (other.LastDay ?? DateOnly.MaxValue);
}

public static class CoverWords
{
    public static string Words(this CoverState state) => state switch
    {
        CoverState.Open => "Not covered",
        CoverState.Lapsed => "Lapsed",
        CoverState.Stale => "Changed since",
        CoverState.Covered => "Covered",
    };
}
