using Microsoft.EntityFrameworkCore;
using Portal.Data.Jobs;
using Portal.Jobs;
using Portal.Tests.Support;
using static Portal.Jobs.ScheduledJob;

namespace Portal.Tests.Jobs;

/// <summary>What a process finds when it starts again after it was stopped, or killed.</summary>
public sealed class CatchingUp : IAsyncLifetime
{
    private static readonly ScheduledJob Nightly = Job<WitnessedJob>("0 30 2 * * ?", "Is seen");
    private static readonly ScheduledJob Endless = Job<EndlessJob>("0 30 2 * * ?", "Does not end");

    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Runs_once_what_was_due_three_times()
    {
        Assert.Equal(0, await RunsOfAStartAsync());
        await StandStillAsync(days: 3);
        Assert.Equal(1, await RunsOfAStartAsync());
        Assert.Equal(0, await RunsOfAStartAsync());
    }

    [Fact]
    public async Task Says_of_a_run_that_was_killed_that_it_was_interrupted()
    {
        await using (var db = database.Open())
        {
            db.JobRuns.Add(new() { Job = Nightly.Name, Node = "a node that is no more", StartedAt = database.Time.Now.AddHours(-6) });
            await db.SaveOwnHistoryAsync(CancellationToken.None);
        }
        Assert.Equal(1, await RunsOfAStartAsync());

        await using var after = database.Open();
        var run = await after.JobRuns.SingleAsync(r => r.Node == "a node that is no more");
        Assert.Equal(
            (JobOutcome.Interrupted, "The portal stopped before it was done. The job starts again by itself"), (run.Outcome, run.Summary));
    }

    [Fact]
    public async Task Begins_again_with_what_a_stopping_node_broke_off()
    {
        await using (var node = new Node(database, [Endless]))
        {
            await node.StartAsync();
            await node.Trigger.TriggerAsync<EndlessJob>(CancellationToken.None);
            Assert.True(await node.Witness.SeesAsync());
            await node.StopAsync();
        }
        await using (var db = database.Open()) Assert.Equal(JobOutcome.Interrupted, (await db.JobRuns.SingleAsync()).Outcome);

        await using var again = new Node(database, [Endless]);
        await again.StartAsync();
        Assert.True(await again.Witness.SeesAsync());
        await again.StopAsync();
    }

    [PostgresFact]
    public async Task Plans_anew_what_a_wrong_clock_planned_for_years_to_come()
    {
        await RunsOfAStartAsync();
        await using var db = database.Open();
        Task<string> NextAsync() => db.Database.SqlQuery<string>(
            $"""SELECT value AS "Value" FROM hangfire.hash WHERE key LIKE 'recurring-job:%' AND field = 'NextExecution'""").SingleAsync();
        var planned = await NextAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE hangfire.hash SET value = '2099-01-01T02:30:00.0000000Z' WHERE field = 'NextExecution'");

        await RunsOfAStartAsync();
        Assert.Equal(planned, await NextAsync());
    }

    [Fact]
    public async Task Is_for_a_node_with_jobs_only()
    {
        database.Time.Advance(TimeSpan.FromDays(3));
        await using var node = new Node(database, [Nightly], ("Jobs:Enabled", "false"));
        await node.StartAsync();
        await node.Trigger.TriggerAsync<WitnessedJob>(CancellationToken.None);
        Assert.False(await node.Witness.SeesAsync(seconds: 0.5));
        await node.StopAsync();
    }

    /// <summary>With PostgreSQL the engine keeps what it planned by a clock of its own, so what it planned goes back instead.</summary>
    private async Task StandStillAsync(int days)
    {
        database.Time.Advance(TimeSpan.FromDays(days));
        if (!TestDatabase.OnPostgres) return;
        await using var db = database.Open();
        var seconds = days * 86_400;
        var planned = await db.Database.ExecuteSqlAsync($"UPDATE hangfire.set SET score = score - {seconds} WHERE key = 'recurring-jobs'");
        var told = await db.Database.ExecuteSqlAsync($"""
            UPDATE hangfire.hash
            SET value = to_char((value::timestamptz - {seconds} * interval '1 second') AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
            WHERE key LIKE 'recurring-job:%' AND field IN ('NextExecution', 'CreatedAt')
            """);
        Assert.Equal((1, 2), (planned, told));
    }

    private async Task<int> RunsOfAStartAsync()
    {
        await using var node = new Node(database, [Nightly]);
        await node.StartAsync();
        await node.Witness.SeesAsync(seconds: 2);
        await node.StopAsync();
        return node.Witness.Runs;
    }

    private sealed class EndlessJob(Witness witness)
    {
        public async Task RunAsync(CancellationToken cancel)
        {
            await witness.DuringAsync(() => Task.CompletedTask);
            await Task.Delay(Timeout.Infinite, cancel);
        }
    }

    private sealed class WitnessedJob(Witness witness)
    {
        public Task RunAsync(CancellationToken cancel) => witness.DuringAsync(() => Task.Delay(20, cancel));
    }
}
