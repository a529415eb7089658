using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Jobs;

namespace Portal.Jobs;

/// <summary>Runs one job in a scope of its own and writes down how it went, whoever asked. Whoever asks has the job's turn.</summary>
public sealed class JobRunner(IServiceScopeFactory scopes, UkClock clock, ILogger<JobRunner> log)
{
    public async Task<JobRun> RunAsync(ScheduledJob job, string node, CancellationToken cancel)
    {
        if (await HeldAsync(job, node, cancel) is { } held) return held;
        using var activity = Telemetry.Source.StartActivity(job.Name);
        var (startedAt, stopwatch) = (clock.Now, Stopwatch.StartNew());
        var run = new JobRun { Job = job.Name, Node = node, StartedAt = startedAt };
        if (!job.IsFrequent) await InScope(db => db.BeginAsync(run, cancel));

        var (outcome, summary) = await OutcomeAsync(job, run, cancel);
        run.End(outcome, summary, clock.Now);
        Telemetry.JobDuration.Record(stopwatch.Elapsed.TotalSeconds, new("job", job.Name), new("outcome", outcome.ToString()));

        // The row must tell the end even when the process is being stopped.
        await InScope(async db =>
        {
            if (!job.IsFrequent) db.JobRuns.Update(run);
            else if (summary is not null) db.JobRuns.Add(run);
            await db.SaveOwnHistoryAsync(CancellationToken.None);
            if (outcome != JobOutcome.Interrupted) await db.BeatAsync(job.Name, startedAt, CancellationToken.None);
        });
        return run;
    }

    /// <summary>
    /// Nothing runs by a clock that is not believed, and leaves no trace: the frequent jobs too go by the day (who is in post,
    /// which dates are possible, when a message is given up) or claim what they work on until a time to come.
    /// </summary>
    private async Task<JobRun?> HeldAsync(ScheduledJob job, string node, CancellationToken cancel)
    {
        ClockDoubt? doubt = null;
        await InScope(async db => doubt = await db.WatchClockAsync(clock.Now, cancel));
        if (doubt is null) return null;
        var run = new JobRun { Job = job.Name, Node = node, StartedAt = doubt.Now };
        run.End(JobOutcome.Failed, doubt.Sentence, doubt.Now);
        return run;
    }

    private async Task<(JobOutcome Outcome, string? Summary)> OutcomeAsync(ScheduledJob job, JobRun run, CancellationToken cancel)
    {
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var task = job.Run(scope.ServiceProvider.GetRequiredService(job.Type), cancel);
            await task;
            return (JobOutcome.Succeeded, task is Task<string?> said ? said.Result : null);
        }
        catch (Refused no)
        {
            return (JobOutcome.Failed, no.Message);
        }
        // SQLite says in its own words that it stopped when it was told to.
        catch (Exception stopped) when (cancel.IsCancellationRequested
            && stopped is OperationCanceledException or SqliteException { SqliteErrorCode: SQLitePCL.raw.SQLITE_INTERRUPT })
        {
            return (JobOutcome.Interrupted, "The portal was stopped. The job starts again by itself");
        }
        catch (Exception problem)
        {
            log.LogError(problem, "{Job} failed, reference {Reference}", job.Name, run.Reference);
            return (JobOutcome.Failed,
                $"Failed for a reason that was not foreseen. The log has the details under reference {run.Reference}");
        }
    }

    private async Task InScope(Func<PortalDb, Task> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        await work(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }
}
