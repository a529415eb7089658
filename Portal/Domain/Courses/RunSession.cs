namespace Portal.Domain;

/// <summary>One session of a run, by the clock on the wall; the instants follow from it.</summary>
public sealed class RunSession
{
    public Id<RunSession> Id { get; init; } = Id<RunSession>.New();
    public required Id<CourseRun> RunId { get; init; }
    public required DateOnly Day { get; init; }
    public required TimeOnly Starts { get; init; }
    public required TimeOnly Ends { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime StartsAt { get; init; }
    public required DateTime EndsAt { get; init; }
    public CourseRun.Hours Hours => new(Day, Starts, Ends);
}
