using Portal.Data;
using Quartz;

namespace Portal.Jobs;

/// <summary>Whether this node runs jobs. Section "Jobs" of the configuration.</summary>
public sealed class JobOptions
{
    /// <summary>False for a node that only serves pages; what it asks for is then run by the others, or when it next starts with jobs.</summary>
    public bool Enabled { get; init; } = true;
}

/// <summary>
/// Runs the jobs of the timetable, never two runs of one job at once. With SQLite its state is in memory and what was
/// missed is found from the rows; with PostgreSQL it is kept in tables of its own, by which any number of nodes share the
/// work. The only file that names the library that does it.
/// </summary>
public sealed class JobEngine(
    IReadOnlyList<ScheduledJob> schedule, ISchedulerFactory schedulers, IServiceScopeFactory scopes, DatabaseOptions database,
    JobOptions options, UkClock clock, ILogger<JobEngine> log) : IHostedService
{
    private IScheduler? running;

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The first planned instant after another, in UTC.</summary>
    public static DateTime? NextAfter(string cron, DateTime instant) =>
        new CronExpression(cron, London).GetNextValidTimeAfter(new(DateTime.SpecifyKind(instant, DateTimeKind.Utc)))?.UtcDateTime;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var scheduler = running = await schedulers.GetScheduler(cancellationToken);
        foreach (var job in schedule) await ScheduleAsync(scheduler, job, cancellationToken);
        await ForgetOthersAsync(scheduler, cancellationToken);
        if (!options.Enabled) return;
        await CatchUpAsync(scheduler, cancellationToken);
        await scheduler.Start(cancellationToken);
    }

    /// <summary>Lets running jobs stop at their next safe point; what they did not finish they find again.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may ask twice, and the library cannot be asked for a scheduler that has stopped.
        if (Interlocked.Exchange(ref running, null) is { } scheduler) await scheduler.Shutdown(waitForJobsToComplete: true, cancellationToken);
    }

    public async Task TriggerAsync(string job, CancellationToken cancel)
    {
        var scheduler = await schedulers.GetScheduler(cancel);
        var soon = TriggerBuilder.Create().ForJob(job).WithIdentity(job, "Soon").StartAt(clock.Now).Build();
        await scheduler.ScheduleTrigger(soon, TriggerConflict.Keep, cancel);
    }

    /// <summary>The nodes that are alive: this one, and with PostgreSQL those that share its work.</summary>
    private static async Task<string[]> LiveNodesAsync(IScheduler scheduler, CancellationToken cancel) =>
        [.. (await scheduler.QueryClusterNodes(cancel)).Where(n => n.State != ClusterNodeState.Failed).Select(n => n.InstanceId)];

    private static async Task ScheduleAsync(IScheduler scheduler, ScheduledJob job, CancellationToken cancel)
    {
        var detail = JobBuilder.Create<Run>().WithIdentity(job.Name).StoreDurably().DisallowConcurrentExecution().RequestRecovery().Build();
        await scheduler.AddJob(detail, AddJobOptions.Replacing, cancel);
        // A stored trigger remembers what was missed: it is replaced only when the timetable says another time.
        var key = new TriggerKey(job.Name, "Timetable");
        if (await scheduler.GetTrigger(key, cancel) is ICronTrigger stored && stored.CronExpressionString == job.Cron) return;
        var trigger = TriggerBuilder.Create().ForJob(job.Name).WithIdentity(key)
            .WithCronSchedule(job.Cron, cron => cron.InTimeZone(London).WithMisfireInstruction(CronTriggerMisfireInstruction.FireAndProceed)).Build();
        await scheduler.ScheduleTrigger(trigger, TriggerConflict.Replace, cancel);
    }

    /// <summary>A job that a newer version no longer has must not be asked of it.</summary>
    private async Task ForgetOthersAsync(IScheduler scheduler, CancellationToken cancel)
    {
        var known = schedule.Select(j => j.Name).ToHashSet();
        foreach (var job in (await scheduler.QueryJobs(new JobQuery(), cancel)).Items.Where(j => !known.Contains(j.Key.Name)))
            await scheduler.DeleteJob(job.Key, cancel);
    }

    private async Task CatchUpAsync(IScheduler scheduler, CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var interrupted = await db.InterruptAsync(await LiveNodesAsync(scheduler, cancel), clock.Now, cancel);
        var lastRuns = await db.LastRunsAsync(schedule, clock.Now, cancel);
        // PostgreSQL remembers what was missed by itself, but not what a stopping node broke off.
        bool WasMissed(ScheduledJob job) => database.Provider == DatabaseProvider.Sqlite && NextAfter(job.Cron, lastRuns[job.Name]) <= clock.Now;
        foreach (var job in schedule.Where(j => interrupted.Contains(j.Name) || WasMissed(j)))
        {
            log.LogInformation("{Job} was due or broken off while the portal was stopped, and runs now", job.Name);
            await TriggerAsync(job.Name, cancel);
        }
    }

    internal static void AddTo(IServiceCollection services, DatabaseOptions database) => services.AddQuartz(quartz =>
    {
        quartz.UseDefaultThreadPool(Math.Clamp(Environment.ProcessorCount, 2, 8));
        quartz.ConfigureScheduler(o => (o.InstanceName, o.GenerateInstanceId, o.ShutdownJobInterruption) = ("Portal", true, ShutdownJobInterruption.Always));
        if (database.Provider == DatabaseProvider.Sqlite) quartz.UseInMemoryStore();
        else quartz.UsePersistentStore(store =>
        {
            store.UsePostgres(database.ConnectionString);
            store.UseClustering();
            store.ProvisionSchema();
        });
    });

    /// <summary>What the library calls: the job's name is its key.</summary>
    private sealed class Run(IReadOnlyList<ScheduledJob> schedule, JobRunner runner) : IJob
    {
        public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) =>
            await runner.RunAsync(schedule.Single(j => j.Name == context.JobDetail.Key.Name), context.Scheduler.SchedulerInstanceId, cancellationToken);
    }
}
