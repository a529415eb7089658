namespace Portal.Domain;

/// <summary>
/// How many of a number of people have been taught each statement, each strand and each level of a strand. Someone counts in where their
/// job needs the level of a statement, or one that builds on it; a strand is covered for those to whom none of its statements is missing.
/// </summary>
public sealed class CoverTally(CompetencyCover cover)
{
    /// <param name="People">In scope.</param>
    /// <param name="Stale">Of those in scope, were taught it before it changed.</param>
    public readonly record struct Count(int People, int Covered, int Stale)
    {
        internal Count With(CoverState state, int people) => new(
            People + people, Covered + (state == CoverState.Covered ? people : 0), Stale + (state == CoverState.Stale ? people : 0));
    }

    // How many people need a level and have come to the same state of each of its statements: few kinds, however many people.
    private readonly Dictionary<(int Need, string States), int> alike = [];
    private Counts? counted;
    private readonly Dictionary<int, Needed> needed = [];

    // Thousands of people come to few courses on few days: what one of these teaches is judged once.
    private readonly Dictionary<(int Need, CompetencyCover.Evidence), CoverState[]> judged = [];

    private sealed record Counts(Dictionary<string, Count> Statements, Dictionary<(string Strand, int? Level), Count> Strands);

    private sealed record Needed(IReadOnlyList<Competency> Statements, IReadOnlyList<((string, int?) Key, int[] Places)> Cells);

    /// <summary>People whose job needs a level of the framework.</summary>
    public int People { get; private set; }

    /// <summary>Of these, have been taught everything that their level is made of.</summary>
    public int Whole { get; private set; }

    /// <param name="need">The level that the person's jobs need; someone who needs none is not counted.</param>
    /// <param name="people">How many need and were taught the same.</param>
    public void Add(int? need, IReadOnlyCollection<CompetencyCover.Evidence> evidence, int people = 1)
    {
        if (need is not { } level || NeededAt(level) is not { Statements.Count: > 0 } scope) return;
        var states = new CoverState[scope.Statements.Count];
        foreach (var one in evidence)
        {
            if (!judged.TryGetValue((level, one), out var taught))
                judged[(level, one)] = taught = [.. scope.Statements.Select(s => cover.Of(s, [one]).State)];
            for (var i = 0; i < states.Length; i++) states[i] = taught[i] > states[i] ? taught[i] : states[i];
        }
        (int, string) kind = (level, string.Concat(states.Select(state => (char)state)));
        alike[kind] = alike.GetValueOrDefault(kind) + people;
        counted = null;
        People += people;
        if (Array.TrueForAll(states, s => s == CoverState.Covered)) Whole += people;
    }

    /// <summary>Counts once, and forgets what only counting needs: nobody is added any more, and several may read it at once.</summary>
    public CoverTally Done()
    {
        counted = Counted();
        judged.Clear();
        return this;
    }

    public Count Of(Competency statement) => (counted ??= Counted()).Statements.GetValueOrDefault(statement.Code);

    /// <param name="strand">Its code; empty for statements that concern every strand.</param>
    /// <param name="level">Null for all its levels together.</param>
    public Count Of(string strand, int? level = null) => (counted ??= Counted()).Strands.GetValueOrDefault((strand, level));

    private Counts Counted()
    {
        var counts = new Counts([], []);
        foreach (var ((level, states), people) in alike)
        {
            var scope = NeededAt(level);
            foreach (var (i, statement) in scope.Statements.Index())
                counts.Statements[statement.Code] = counts.Statements.GetValueOrDefault(statement.Code).With((CoverState)states[i], people);
            foreach (var (key, places) in scope.Cells)
                counts.Strands[key] = counts.Strands.GetValueOrDefault(key).With((CoverState)places.Min(p => states[p]), people);
        }
        return counts;
    }

    private Needed NeededAt(int level)
    {
        if (needed.TryGetValue(level, out var known)) return known;
        var scope = cover.For(level);
        var places = scope.Index().ToDictionary(s => s.Item.Code, s => s.Index);
        var cells = cover.Cells.Where(c => places.ContainsKey(c.Statements[0].Code)).ToList();
        int[] PlacesOf(IEnumerable<CompetencyCover.Cell> some) => [.. some.SelectMany(c => c.Statements).Select(s => places[s.Code])];
        return needed[level] = new(scope,
        [
            .. cells.Select(c => ((c.Strand, (int?)c.LevelNumber), PlacesOf([c]))),
            .. cells.GroupBy(c => c.Strand).Select(c => ((c.Key, (int?)null), PlacesOf(c))),
        ]);
    }
}
