using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Jobs;

namespace Portal.Jobs;

/// <summary>What the engine asks of, and tells to, the rows that outlive it.</summary>
internal static class JobHistory
{
    /// <summary>The start of each job's last complete run. A job met for the first time counts as run now: it has missed nothing.</summary>
    public static async Task<Dictionary<string, DateTime>> LastRunsAsync(this PortalDb db, IEnumerable<ScheduledJob> jobs, DateTime now, CancellationToken cancel)
    {
        foreach (var job in jobs)
            await db.Database.ExecuteSqlAsync($"""INSERT INTO "JobHeartbeats" ("Job", "RanAt") VALUES ({job.Name}, {now}) ON CONFLICT ("Job") DO NOTHING""", cancel);
        return await db.JobHeartbeats.AsNoTracking().ToDictionaryAsync(h => h.Job, h => h.RanAt, cancel);
    }

    public static Task BeatAsync(this PortalDb db, string job, DateTime startedAt, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"""
            INSERT INTO "JobHeartbeats" ("Job", "RanAt") VALUES ({job}, {startedAt})
            ON CONFLICT ("Job") DO UPDATE SET "RanAt" = excluded."RanAt"
            """, cancel);

    /// <summary>Says of runs that a dead node left behind that they were interrupted; answers with the jobs whose last run was.</summary>
    public static async Task<IReadOnlyList<string>> InterruptAsync(this PortalDb db, IReadOnlyCollection<string> liveNodes, DateTime now, CancellationToken cancel)
    {
        var left = await db.JobRuns.Where(r => r.Outcome == JobOutcome.Running && !liveNodes.Contains(r.Node)).ToListAsync(cancel);
        foreach (var run in left) run.End(JobOutcome.Interrupted, "The portal stopped before it was done. The job starts again by itself", now);
        await db.SaveOwnHistoryAsync(cancel);
        return await db.JobRuns.Where(r => r.Outcome == JobOutcome.Interrupted && !db.JobRuns.Any(later => later.Job == r.Job && later.StartedAt > r.StartedAt))
            .Select(r => r.Job).Distinct().ToListAsync(cancel);
    }
}
