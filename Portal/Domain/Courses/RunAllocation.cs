namespace Portal.Domain;

/// <summary>Places of a run that are kept for an agency until the run's release day.</summary>
public sealed class RunAllocation
{
    public required Id<CourseRun> RunId { get; init; }
    public required Id<Agency> AgencyId { get; init; }
    public required int Places { get; set; }
}
