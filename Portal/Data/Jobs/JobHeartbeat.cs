namespace Portal.Data.Jobs;

/// <summary>
/// When a job last ran to its end, also when it found nothing to do and left no <see cref="JobRun"/>. From it a restarted
/// process knows what it missed, and an operator that the jobs are alive.
/// </summary>
[KeepsOwnHistory]
public sealed class JobHeartbeat
{
    /// <summary>The class of the job.</summary>
    public required string Job { get; init; }

    /// <summary>The start of its last complete run; before its first one, when this database first met the job.</summary>
    public required DateTime RanAt { get; init; }
}
