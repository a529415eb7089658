using Cronos;
using Hangfire;
using Hangfire.AspNetCore;
using Hangfire.Common;
using Hangfire.Logging;
using Hangfire.States;
using Hangfire.Storage;
using Portal.Data;
using Portal.Data.Jobs;
using NullLoggerFactory = Microsoft.Extensions.Logging.Abstractions.NullLoggerFactory;

namespace Portal.Jobs;

/// <summary>
/// Runs the jobs of the timetable, never two runs of one job at once. With SQLite its state is in memory and what was missed
/// or broken off is found from the rows; with PostgreSQL it is kept in a schema of its own, by which any number of nodes
/// share the work and take over from each other. The library is named here, by <see cref="JobStore"/> and by its dashboard.
/// </summary>
/// <remarks>
/// What the library would keep for the whole process (a storage, filters, an activator) is each node's own here, so that two
/// can live in one process. Its log alone is the process's, and goes to the node that started last.
/// </remarks>
public sealed class JobEngine(
    IReadOnlyList<ScheduledJob> schedule, JobRunner runner, JobTurns turns, MissedJobs missed, DatabaseOptions database, JobOptions options,
    ILoggerFactory loggers, ILogger<JobEngine> log) : IHostedService, IDisposable
{
    /// <summary>Which job waits to be run soon, and under which of the library's ids.</summary>
    private const string Soon = "portal:soon";

    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
    private static readonly TimeSpan Shortly = TimeSpan.FromSeconds(5);

    // None: the library's own would run again by themselves what failed, which is ours to decide, and keep statistics and cultures.
    private readonly JobFilterCollection filters = [];
    private readonly string node = $"{Environment.MachineName}:{Environment.ProcessId}";

    // Opened when first asked for: a node that only serves pages may never need it.
    private readonly Lazy<JobStorage> storage = new(() => JobStore.Open(database, options), LazyThreadSafetyMode.PublicationOnly);
    private BackgroundJobServer? running;

    /// <summary>Where the library keeps what it knows, for its dashboard.</summary>
    internal JobStorage Storage => storage.Value;

    /// <summary>The first planned instant after another, in UTC.</summary>
    public static DateTime? NextAfter(string cron, DateTime instant) =>
        CronExpression.Parse(cron, CronFormat.IncludeSeconds).GetNextOccurrence(DateTime.SpecifyKind(instant, DateTimeKind.Utc), London);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Enabled) return;
        LogProvider.SetCurrentLogProvider(new Log(loggers));
        // What the storage has only just met, it cannot have missed: the rows know.
        foreach (var job in await missed.AmongAsync(Plan(), cancellationToken))
        {
            log.LogInformation("{Job} was due or broken off while the portal was stopped, and runs now", job.Name);
            await TriggerAsync(job.Name, cancellationToken);
        }
        running = new(Settings, Storage);
    }

    /// <summary>Lets running jobs stop at their next safe point; what they did not finish is begun again.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // A host may ask twice.
        if (Interlocked.Exchange(ref running, null) is not { } server) return;
        server.SendStop();
        await server.WaitForShutdownAsync(cancellationToken);
        server.Dispose();
    }

    public Task TriggerAsync(string job, CancellationToken cancel)
    {
        Ask(job, new EnqueuedState());
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref running, null)?.Dispose();
        if (storage.IsValueCreated) (Storage as IDisposable)?.Dispose();
    }

    private BackgroundJobServerOptions Settings => new()
    {
        FilterProvider = filters,
        Activator = new Activating(this),
        WorkerCount = Math.Clamp(Environment.ProcessorCount, 2, 8),
        // 15 seconds otherwise, which a job that comes every ten would wait for.
        SchedulePollingInterval = TimeSpan.FromSeconds(1),
        // A node that died is listed for two minutes at most; nothing but the list depends on it.
        HeartbeatInterval = TimeSpan.FromSeconds(10),
        ServerTimeout = TimeSpan.FromMinutes(1),
        ServerCheckInterval = TimeSpan.FromMinutes(1),
        // Longer than any job needs to its next safe point, and shorter than the host waits.
        ShutdownTimeout = TimeSpan.FromSeconds(20),
    };

    /// <summary>Plans the timetable; answers with the jobs that were not planned so before.</summary>
    private List<ScheduledJob> Plan()
    {
        var planner = new RecurringJobManager(Storage, filters);
        using var connection = Storage.GetConnection();
        var planned = connection.GetRecurringJobs().ToDictionary(j => j.Id);
        // A clock that was wrong once planned for a year to come: such a job is planned anew, by the library's own clock.
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        var late = schedule.Where(j => planned.GetValueOrDefault(j.Name)?.NextExecution > NextAfter(j.Cron, now)).ToList();
        foreach (var gone in planned.Keys.Except(schedule.Select(j => j.Name)).Concat(late.Select(j => j.Name)))
            planner.RemoveIfExists(gone);
        // What is planned already is left alone: planning takes locks, and those that a killed node leaves would hold this one up.
        var unknown = schedule.Where(j => planned.GetValueOrDefault(j.Name)?.Cron != j.Cron || late.Contains(j)).ToList();
        // What was missed runs once, as soon as somebody can.
        var how = new RecurringJobOptions { TimeZone = London, MisfireHandling = MisfireHandlingMode.Relaxed };
        foreach (var job in unknown) planner.AddOrUpdate(job.Name, CallOf(job.Name), job.Cron, how);
        return unknown;
    }

    /// <summary>Asks for a job, unless one that was asked for has not begun yet.</summary>
    private void Ask(string job, IState when)
    {
        using var connection = (JobStorageConnection)Storage.GetConnection();
        var state = connection.GetValueFromHash(Soon, job) is { } waiting ? connection.GetStateData(waiting)?.Name : null;
        if (state == EnqueuedState.StateName || state == ScheduledState.StateName) return;
        var id = new BackgroundJobClient(Storage, filters).Create(CallOf(job), when);
        connection.SetRangeInHash(Soon, [KeyValuePair.Create(job, id)]);
    }

    private async Task RunAsync(string name, CancellationToken cancel)
    {
        // Another version of the portal may have asked for what this one does not have.
        if (schedule.FirstOrDefault(j => j.Name == name) is not { } job) return;
        while (!await HasRunAsync(job, cancel)) await Task.Delay(Shortly, cancel);
    }

    /// <summary>False when the database went away: the job could not be begun, lost its turn, or its end could not be written.</summary>
    private async Task<bool> HasRunAsync(ScheduledJob job, CancellationToken cancel)
    {
        try
        {
            await using var turn = await turns.TryTakeAsync(job.Name, cancel);
            if (turn is null)
            {
                // It is running. The next time of a frequent job is near enough.
                if (!job.IsFrequent) Ask(job.Name, new ScheduledState(Shortly));
                return true;
            }
            using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, turn.Lost);
            if ((await runner.RunAsync(job, node, stop.Token)).Outcome != JobOutcome.Interrupted) return true;
            cancel.ThrowIfCancellationRequested();
        }
        catch (Exception problem)
        {
            // The node is being stopped. By this, and by nothing else, the library gives the job to another node.
            cancel.ThrowIfCancellationRequested();
            log.LogError(problem, "{Job} could not be begun, or its end not be written down, and is tried again", job.Name);
        }
        return false;
    }

    private static Job CallOf(string job) => Job.FromExpression<Call>(call => call.RunAsync(job, CancellationToken.None));

    /// <summary>
    /// What the library keeps of a job: the name of this class and method, and the name of the job. Two versions of the portal
    /// run side by side while nodes are replaced, so neither name may change.
    /// </summary>
    internal sealed class Call(JobEngine engine)
    {
        [JobDisplayName("{0}")]
        public Task RunAsync(string job, CancellationToken cancel) => engine.RunAsync(job, cancel);
    }

    private sealed class Activating(JobEngine engine) : JobActivator
    {
        public override object ActivateJob(Type jobType) => new Call(engine);
    }

    /// <summary>Of a node that is gone there is no log to write to; the library may still ask for one.</summary>
    private sealed class Log(ILoggerFactory loggers) : ILogProvider
    {
        public ILog GetLogger(string name)
        {
            try
            {
                return new AspNetCoreLogProvider(loggers).GetLogger(name);
            }
            catch (ObjectDisposedException)
            {
                return new AspNetCoreLogProvider(NullLoggerFactory.Instance).GetLogger(name);
            }
        }
    }
}
