using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Jobs;
using Portal.Jobs;

namespace Portal.Features.Admin.Jobs;

/// <summary>Every job of the timetable: when it last ran and how that went, and when it runs next.</summary>
public sealed class JobTable(PortalDb db, IReadOnlyList<ScheduledJob> schedule, UkClock clock)
{
    public sealed record Row(string Job, string Does, DateTime? RanAt, Run? Last, DateTime? Next);

    /// <summary>One run. Long is null while it goes on; what it did is null when there was nothing to do.</summary>
    public sealed record Run(Id<JobRun> Id, DateTime StartedAt, TimeSpan? Long, JobOutcome Outcome, string? Summary);

    public async Task<IReadOnlyList<Row>> RunAsync(CancellationToken cancel)
    {
        var beats = await db.JobHeartbeats.AsNoTracking().ToDictionaryAsync(h => h.Job, h => h.RanAt, cancel);
        var last = await db.JobRuns.AsNoTracking().Where(r => !db.JobRuns.Any(later => later.Job == r.Job && later.StartedAt > r.StartedAt))
            .ToListAsync(cancel);
        return
        [
            .. from job in schedule
               let run = last.Where(r => r.Job == job.Name).MaxBy(r => r.Id)
               // A frequent job leaves a run only when it did something; of another the heartbeat alone means that it never ran.
               let ran = job.IsFrequent && beats.TryGetValue(job.Name, out var at) ? at : run?.StartedAt
               select new Row(job.Name, job.Does, ran, run is null ? null : Of(run), JobEngine.NextAfter(job.Cron, clock.Now)),
        ];
    }

    internal static Run Of(JobRun run) => new(run.Id, run.StartedAt, run.EndedAt - run.StartedAt, run.Outcome, run.Summary);
}
