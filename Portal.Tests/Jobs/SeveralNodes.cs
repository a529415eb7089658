using Microsoft.EntityFrameworkCore;
using Npgsql;
using Portal.Data;
using Portal.Data.Jobs;
using Portal.Jobs;
using Portal.Tests.Support;
using static Portal.Jobs.ScheduledJob;

namespace Portal.Tests.Jobs;

/// <summary>Nodes that share one PostgreSQL, and what becomes of their work when one of them, or the database, goes away.</summary>
public sealed class SeveralNodes : IAsyncLifetime
{
    private static readonly ScheduledJob Nightly = Job<WitnessedJob>("0 30 2 * * ?", "Is seen");
    private static readonly ScheduledJob Endless = Job<EndlessJob>("0 30 2 * * ?", "Does not end");
    private static readonly ScheduledJob Long = Job<LongJob>("0 30 2 * * ?", "Takes eight seconds");
    private static readonly ScheduledJob EveryFiveSeconds = Job<WitnessedJob>("0/5 * * * * ?", "Is seen often");
    private static readonly ScheduledJob EverySecond = Job<NothingJob>("* * * * * ?", "Wakes whoever looks for work");

    private readonly Witness seen = new();
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Shares_the_work_between_two_nodes_and_runs_a_job_on_one_of_them_at_a_time()
    {
        Assert.SkipUnless(TestDatabase.Provider == DatabaseProvider.Postgres, "Several nodes share one PostgreSQL");
        await using var one = new Node(database, [Nightly], seen);
        await using var two = new Node(database, [Nightly], seen);
        await one.StartAsync();
        await two.StartAsync();
        for (var ask = 0; ask < 4; ask++)
        {
            await (ask % 2 == 0 ? one : two).Trigger.TriggerAsync<WitnessedJob>(CancellationToken.None);
            Assert.True(await seen.SeesAsync(seconds: 40));
        }
        await one.StopAsync();
        await two.Trigger.TriggerAsync<WitnessedJob>(CancellationToken.None);
        Assert.True(await seen.SeesAsync(seconds: 40));
        await two.StopAsync();

        Assert.Equal((5, 1), (seen.Runs, seen.MostAtOnce));
    }

    [PostgresFact]
    public async Task Run_what_a_node_asks_for_that_only_serves_pages()
    {
        await using var pages = new Node(database, [Nightly], ("Jobs:Enabled", "false"));
        await pages.StartAsync();
        await using var worker = new Node(database, [Nightly], seen);
        await worker.StartAsync();
        await pages.Trigger.TriggerAsync<WitnessedJob>(CancellationToken.None);
        Assert.True(await seen.SeesAsync());
        await worker.StopAsync();
    }

    [PostgresFact]
    public async Task Begin_each_time_of_the_timetable_once_between_them()
    {
        await using var one = new Node(database, [EveryFiveSeconds], seen);
        await using var two = new Node(database, [EveryFiveSeconds], seen);
        await using var three = new Node(database, [EveryFiveSeconds], seen);
        await Task.WhenAll(one.StartAsync(), two.StartAsync(), three.StartAsync());
        for (var time = 0; time < 4; time++) Assert.True(await seen.SeesAsync(seconds: 15));
        await Task.WhenAll(one.StopAsync(), two.StopAsync(), three.StopAsync());

        await using var db = database.Open();
        var ticks = await db.Database.SqlQuery<long>($"""
            SELECT floor(extract(epoch FROM createdat) / 5)::bigint AS "Value" FROM hangfire.job ORDER BY 1
            """).ToListAsync();
        Assert.Equal(Enumerable.Range(0, ticks.Count).Select(n => ticks[0] + n), ticks);
        Assert.Equal(1, seen.MostAtOnce);
    }

    [PostgresFact]
    public async Task Take_over_at_once_what_a_stopping_node_breaks_off()
    {
        await using var one = new Node(database, [Endless], seen);
        await one.StartAsync();
        await one.Trigger.TriggerAsync<EndlessJob>(CancellationToken.None);
        Assert.True(await seen.SeesAsync());
        await using var two = new Node(database, [Endless], seen);
        await two.StartAsync();
        await one.StopAsync();
        Assert.True(await seen.SeesAsync());
        Assert.Equal([JobOutcome.Interrupted, JobOutcome.Running], await OutcomesAsync());
        await two.StopAsync();
        Assert.Equal([JobOutcome.Interrupted, JobOutcome.Interrupted], await OutcomesAsync());
    }

    /// <summary>With a time-out that did not slide, another would fetch it after five seconds, and run it when the first is done.</summary>
    [PostgresFact]
    public async Task Run_once_a_job_that_takes_longer_than_a_node_may_be_silent()
    {
        await using var one = new Node(database, [Long, EverySecond], seen, ("Jobs:TakeOverSeconds", "5"));
        await using var two = new Node(database, [Long, EverySecond], seen, ("Jobs:TakeOverSeconds", "5"));
        await Task.WhenAll(one.StartAsync(), two.StartAsync());
        await one.Trigger.TriggerAsync<LongJob>(CancellationToken.None);
        Assert.True(await seen.SeesAsync(seconds: 20));
        Assert.False(await seen.SeesAsync(seconds: 8));
        await Task.WhenAll(one.StopAsync(), two.StopAsync());
        Assert.Equal([JobOutcome.Succeeded], await OutcomesAsync());
    }

    [PostgresFact]
    public async Task Break_off_and_begin_again_what_ran_while_the_database_was_away()
    {
        await using var node = new Node(database, [Endless, EverySecond], seen, ("Jobs:TakeOverSeconds", "5"));
        await node.StartAsync();
        await node.Trigger.TriggerAsync<EndlessJob>(CancellationToken.None);
        Assert.True(await seen.SeesAsync());
        await database.GoesAwayForAsync(TimeSpan.FromSeconds(7));
        Assert.True(await seen.SeesAsync(seconds: 40));
        Assert.Equal(JobOutcome.Interrupted, (await OutcomesAsync())[0]);
        await node.StopAsync();
        Assert.Equal(1, seen.MostAtOnce);
    }

    [PostgresFact]
    public async Task Say_that_a_run_was_killed_as_soon_as_one_of_them_begins_the_job_again()
    {
        await using var node = new Node(database, [Nightly], seen);
        await node.StartAsync();
        await using (var db = database.Open())
        {
            db.JobRuns.Add(new() { Job = Nightly.Name, Node = "a node that is no more", StartedAt = database.Time.Now.AddHours(-6) });
            await db.SaveOwnHistoryAsync(CancellationToken.None);
        }
        await node.Trigger.TriggerAsync<WitnessedJob>(CancellationToken.None);
        Assert.True(await seen.SeesAsync());
        await node.StopAsync();
        Assert.Equal([JobOutcome.Interrupted, JobOutcome.Succeeded], await OutcomesAsync());
    }

    [PostgresFact]
    public async Task Refuse_to_start_without_their_database()
    {
        var nowhere = ("Database:ConnectionString", "Host=127.0.0.1;Port=1;Username=portal;Database=portal");
        await using var node = new Node(database, [Nightly], nowhere);
        await Assert.ThrowsAnyAsync<NpgsqlException>(() => node.StartAsync().WaitAsync(TimeSpan.FromSeconds(20)));
    }

    private async Task<List<JobOutcome>> OutcomesAsync()
    {
        await using var db = database.Open();
        return await db.JobRuns.OrderBy(r => r.StartedAt).ThenBy(r => r.Id).Select(r => r.Outcome).ToListAsync();
    }

    private sealed class EndlessJob(Witness witness)
    {
        public async Task RunAsync(CancellationToken cancel)
        {
            await witness.DuringAsync(() => Task.CompletedTask);
            await Task.Delay(Timeout.Infinite, cancel);
        }
    }

    private sealed class LongJob(Witness witness)
    {
        public Task RunAsync(CancellationToken cancel) => witness.DuringAsync(() => Task.Delay(TimeSpan.FromSeconds(8), cancel));
    }

    private sealed class WitnessedJob(Witness witness)
    {
        public Task RunAsync(CancellationToken cancel) => witness.DuringAsync(() => Task.Delay(20, cancel));
    }

    private sealed class NothingJob
    {
        public Task<string?> RunAsync(CancellationToken cancel) => Task.FromResult<string?>(null);
    }
}
