using Portal.Data;

namespace Portal.Jobs;

/// <summary>What the rows know of work that was due, or broken off, while no node did it.</summary>
public sealed class MissedJobs(IServiceScopeFactory scopes, JobTurns turns, UkClock clock)
{
    /// <summary>
    /// Those of the jobs that should run now. Says besides of every run that a dead node left behind that it was interrupted.
    /// </summary>
    public async Task<List<ScheduledJob>> AmongAsync(IReadOnlyList<ScheduledJob> jobs, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        foreach (var job in await db.JobsAtWorkAsync(cancel))
        {
            await using var turn = await turns.TryTakeAsync(job, cancel);
            if (turn is not null) await db.InterruptAsync(job, clock.Now, cancel);
        }
        var (lastRuns, brokenOff) = (await db.LastRunsAsync(jobs, clock.Now, cancel), await db.BrokenOffAsync(cancel));
        return [.. jobs.Where(j => brokenOff.Contains(j.Name) || JobEngine.NextAfter(j.Cron, lastRuns[j.Name]) <= clock.Now)];
    }
}
