using System.Data.Common;
using Portal.Data;

namespace Portal.Jobs;

/// <summary>
/// Starts the engine when the clock is believed and not before, because an engine writes down when each job is next due, by
/// the clock of its node. When a clock that jumped later is right again, it asks for what was missed.
/// </summary>
public sealed class ClockGuard(
    JobEngine engine, IReadOnlyList<ScheduledJob> schedule, MissedJobs missed, IServiceScopeFactory scopes, UkClock clock,
    ILogger<ClockGuard> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);
    private bool isStarted;

    /// <summary>Whether jobs are held back; what is asked of them meanwhile they find in the rows when they go on.</summary>
    public bool Holds { get; private set; }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await engine.StopAsync(cancellationToken);
    }

    internal async Task LookAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        var doubt = await db.WatchClockAsync(clock.Now, cancel);
        var held = Holds;
        Holds = doubt is not null;
        if (doubt is not null && !held) log.LogError("{Doubt}. {Advice}", doubt.Sentence, doubt.Advice);
        if (doubt is not null) return;
        if (!isStarted) await engine.StartAsync(cancel);
        else if (held)
            foreach (var job in await missed.AmongAsync(schedule, cancel)) await engine.TriggerAsync(job.Name, cancel);
        isStarted = true;
    }

    /// <summary>Beside the start, so that no page waits for the engine: what is asked of it before it runs, it keeps.</summary>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        do
            try
            {
                await LookAsync(stoppingToken);
            }
            catch (DbException problem)
            {
                log.LogWarning(problem, "The clock could not be compared with the database");
            }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
