namespace Portal.Domain;

/// <summary>Only a published run can be booked. A cancelled one stays to be read.</summary>
public enum RunState { Draft, Published, Cancelled }

/// <summary>What was done with a run.</summary>
public enum RunStep { Planned, Published, Changed, Cancelled }

/// <summary>One step of a run.</summary>
public sealed class RunEvent : Event<RunEvent, RunStep>
{
    public required Id<CourseRun> RunId { get; init; }
}

public static class RunWords
{
    public static string Words(this RunState state) => state switch
    {
        RunState.Draft => "Draft",
        RunState.Published => "Published",
        RunState.Cancelled => "Cancelled",
    };

    public static string Words(this RunStep step) => step switch
    {
        RunStep.Planned => "Planned",
        RunStep.Published => "Published",
        RunStep.Changed => "Changed",
        RunStep.Cancelled => "Cancelled",
    };
}
