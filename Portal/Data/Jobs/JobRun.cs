namespace Portal.Data.Jobs;

public enum JobOutcome { Running, Succeeded, Failed, Interrupted }

/// <summary>One run of a scheduled job: when, how long, how it ended.</summary>
[KeepsOwnHistory]
public sealed class JobRun
{
    public Id<JobRun> Id { get; init; } = Id<JobRun>.New();

    /// <summary>The class of the job, for example "EvaluateStandardsJob".</summary>
    public required string Job { get; init; }

    /// <summary>The node that ran it, so that only what a dead node left behind counts as interrupted.</summary>
    public required string Node { get; init; }
    public required DateTime StartedAt { get; init; }
    public DateTime? EndedAt { get; private set; }
    public JobOutcome Outcome { get; private set; }

    /// <summary>What it did, or why it failed, in words.</summary>
    public string? Summary { get; private set; }

    /// <summary>What a person quotes and the log carries when a run failed for a reason that nobody foresaw.</summary>
    public string Reference => Id.ToString()[^8..].ToUpperInvariant();

    public void End(JobOutcome outcome, string? summary, DateTime now) => (Outcome, Summary, EndedAt) = (outcome, summary, now);
}
