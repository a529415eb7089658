using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Jobs;

namespace Portal.Features.Admin.Jobs;

/// <summary>The history of one job, newest first. A frequent job leaves a run only when it did something or failed.</summary>
public sealed class JobRuns(PortalDb db, IReadOnlyList<ScheduledJob> schedule, UkClock clock)
{
    public sealed record Details(string Job, string Does, bool IsFrequent, DateTime? Next, Page<JobTable.Run> Runs);

    /// <summary>Null when there is no such job.</summary>
    public async Task<Details?> RunAsync(string name, int page, CancellationToken cancel)
    {
        if (schedule.FirstOrDefault(j => j.Name == name) is not { } job) return null;
        var runs = await db.JobRuns.AsNoTracking().Where(r => r.Job == name).OrderByDescending(r => r.StartedAt).ThenByDescending(r => r.Id)
            .ToPageAsync(page, cancel);
        return new(
            job.Name, job.Does, job.IsFrequent, JobEngine.NextAfter(job.Cron, clock.Now),
            new([.. runs.Rows.Select(JobTable.Of)], runs.Number, runs.Total));
    }
}
