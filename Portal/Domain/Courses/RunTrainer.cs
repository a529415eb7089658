namespace Portal.Domain;

/// <summary>Someone who gives a run, and marks who came.</summary>
public sealed class RunTrainer
{
    public required Id<CourseRun> RunId { get; init; }
    public required Id<User> UserId { get; init; }
}
