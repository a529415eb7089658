using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Jobs;

namespace Portal.Jobs;

/// <summary>What the engine asks of, and tells to, the rows that outlive it.</summary>
internal static class JobHistory
{
    /// <summary>The start of each job's last complete run. A job met for the first time counts as run now: it has missed nothing.</summary>
    public static async Task<Dictionary<string, DateTime>> LastRunsAsync(
        this PortalDb db, IEnumerable<ScheduledJob> jobs, DateTime now, CancellationToken cancel)
    {
        foreach (var job in jobs)
            await db.Database.ExecuteSqlAsync(
                $"""INSERT INTO "JobHeartbeats" ("Job", "RanAt") VALUES ({job.Name}, {now}) ON CONFLICT ("Job") DO NOTHING""", cancel);
        return await db.JobHeartbeats.AsNoTracking().ToDictionaryAsync(h => h.Job, h => h.RanAt, cancel);
    }

    public static Task BeatAsync(this PortalDb db, string job, DateTime startedAt, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO "JobHeartbeats" ("Job", "RanAt") VALUES ({job}, {startedAt})
            ON CONFLICT ("Job") DO UPDATE SET "RanAt" = excluded."RanAt"
            """, cancel);

    /// <summary>
    /// Writes down that a run begins. It has the job's turn, so no other run of the job is alive: what a row says was left
    /// behind by a process that was killed.
    /// </summary>
    public static async Task BeginAsync(this PortalDb db, JobRun run, CancellationToken cancel)
    {
        await db.EndLeftBehindAsync(run.Job, run.StartedAt, cancel);
        db.JobRuns.Add(run);
        await db.SaveOwnHistoryAsync(cancel);
    }

    /// <summary>Says of the running rows of a job that they were interrupted, for whoever has its turn and does not run it.</summary>
    public static async Task InterruptAsync(this PortalDb db, string job, DateTime now, CancellationToken cancel)
    {
        await db.EndLeftBehindAsync(job, now, cancel);
        await db.SaveOwnHistoryAsync(cancel);
    }

    /// <summary>The jobs of which a row says that they are running.</summary>
    public static Task<List<string>> JobsAtWorkAsync(this PortalDb db, CancellationToken cancel) =>
        db.JobRuns.Where(r => r.Outcome == JobOutcome.Running).Select(r => r.Job).Distinct().ToListAsync(cancel);

    /// <summary>The jobs whose last run was interrupted.</summary>
    public static Task<List<string>> BrokenOffAsync(this PortalDb db, CancellationToken cancel) => db.JobRuns
        .Where(r => r.Outcome == JobOutcome.Interrupted && !db.JobRuns.Any(later => later.Job == r.Job && later.StartedAt > r.StartedAt))
        .Select(r => r.Job).Distinct().ToListAsync(cancel);

    private static async Task EndLeftBehindAsync(this PortalDb db, string job, DateTime now, CancellationToken cancel)
    {
        foreach (var run in await db.JobRuns.Where(r => r.Job == job && r.Outcome == JobOutcome.Running).ToListAsync(cancel))
            run.End(JobOutcome.Interrupted, "The portal stopped before it was done. The job starts again by itself", now);
    }
}
