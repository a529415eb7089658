namespace Portal.Domain;

/// <summary>
/// How far two courses teach the same people the same. They are compared when both lead to one level of a framework, when the same people
/// may book both, and when both are refreshers or neither is. Basis: the programme is reviewed to avoid duplication between courses.
/// </summary>
/// <param name="Levels">Numbers of the levels to which both lead.</param>
/// <param name="Statements">Codes of the statements that both cover.</param>
/// <param name="Strands">Codes of the strands that both cover.</param>
/// <param name="Percent">
/// The mean of two shares, of statements and of strands: each is what both cover against what the course with fewer covers.
/// </param>
public sealed record CourseOverlap(
    IReadOnlyList<int> Levels, IReadOnlyList<string> Statements, IReadOnlyList<string> Strands, int Percent)
{
    /// <summary>From how much on a pair is worth a look.</summary>
    public const int WorthALook = 50;

    /// <summary>What is compared of a course.</summary>
    /// <param name="AgencyId">The agency whose in-house course it is.</param>
    /// <param name="Statements">Of one framework, as the levels are.</param>
    public sealed record Side(
        Id<Agency>? AgencyId, bool IsRefresher, IReadOnlyCollection<int> Levels, IReadOnlyCollection<string> Statements,
        IReadOnlyCollection<string> Strands)
    {
        /// <param name="framework">The code of the one whose levels and statements count; with null none does.</param>
        public static Side Of(Course course, string? framework) => new(course.AgencyId, course.IsRefresher,
            [.. course.Levels.Where(l => l.Framework == framework).Select(l => l.LevelNumber)],
            [.. course.Competencies.Where(c => c.Framework == framework).Select(c => c.Code)],
            course.Strands.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>Null when the two are not for the same people at the same level, or share no statement.</summary>
    public static CourseOverlap? Between(Side one, Side other)
    {
        if (one.IsRefresher != other.IsRefresher || !AreForTheSamePeople(one, other)) return null;
        var levels = one.Levels.Intersect(other.Levels).Order().ToList();
        var statements = one.Statements.Intersect(other.Statements).Order(StringComparer.Ordinal).ToList();
        if (levels.Count == 0 || statements.Count == 0) return null;
        var strands = one.Strands.Intersect(other.Strands).ToList();
        var share = (Share(statements.Count, one.Statements, other.Statements) + Share(strands.Count, one.Strands, other.Strands)) / 2;
        return new(levels, statements, strands, (int)decimal.Round(share, MidpointRounding.AwayFromZero));
    }

    /// <summary>People of one agency may book its own courses and the partnership’s, and never those of another agency.</summary>
    private static bool AreForTheSamePeople(Side one, Side other) =>
        one.AgencyId is null || other.AgencyId is null || one.AgencyId == other.AgencyId;

    private static decimal Share<T>(int both, IReadOnlyCollection<T> one, IReadOnlyCollection<T> other) =>
        Math.Min(one.Count, other.Count) is > 0 and var fewer ? both * 100m / fewer : 0;
}
