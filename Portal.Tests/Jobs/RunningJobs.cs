using Microsoft.EntityFrameworkCore;
using Portal.Data.Jobs;
using Portal.Jobs;
using Portal.Tests.Support;
using static Portal.Jobs.ScheduledJob;

namespace Portal.Tests.Jobs;

public sealed class RunningJobs : IAsyncLifetime
{
    private const string Nightly = "0 30 2 * * ?", EveryTenSeconds = "0/10 * * * * ?";

    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Fact]
    public async Task Tells_what_was_done()
    {
        await RunAsync(Job<CountingJob>(Nightly, "Counts"));

        var run = await SingleRunAsync();
        Assert.Equal(("CountingJob", JobOutcome.Succeeded, "Counted to 3"), (run.Job, run.Outcome, run.Summary));
        Assert.Equal((database.Time.Now, database.Time.Now), (run.StartedAt, run.EndedAt));
    }

    [Fact]
    public async Task Tells_why_the_business_said_no()
    {
        await RunAsync(Job<RefusedJob>(Nightly, "Is refused"));

        var run = await SingleRunAsync();
        Assert.Equal((JobOutcome.Failed, "The framework has no level 3"), (run.Outcome, run.Summary));
    }

    [Fact]
    public async Task Tells_a_reference_and_no_secret_when_it_breaks()
    {
        await RunAsync(Job<BrokenJob>(Nightly, "Breaks"));

        var run = await SingleRunAsync();
        Assert.Equal(JobOutcome.Failed, run.Outcome);
        Assert.Contains(run.Reference, run.Summary);
        Assert.DoesNotContain("asha.rahman@example.org", run.Summary);
    }

    [Fact]
    public async Task Leaves_no_row_when_a_frequent_job_found_nothing_to_do()
    {
        await RunAsync(Job<IdleJob>(EveryTenSeconds, "Finds nothing"));

        await using var db = database.Open();
        Assert.False(await db.JobRuns.AnyAsync());
        Assert.Equal(database.Time.Now, (await db.JobHeartbeats.SingleAsync()).RanAt);
    }

    [Fact]
    public async Task Happens_one_at_a_time_and_asking_twice_is_asking_once()
    {
        await using var node = new Node(database, [Job<SlowJob>(Nightly, "Takes its time")]);
        await node.StartAsync();
        for (var ask = 0; ask < 5; ask++) await node.Trigger.TriggerAsync<SlowJob>(CancellationToken.None);
        Assert.True(await node.Witness.SeesAsync());
        await node.Trigger.TriggerAsync<SlowJob>(CancellationToken.None);
        Assert.True(await node.Witness.SeesAsync());
        await node.StopAsync();

        Assert.Equal(1, node.Witness.MostAtOnce);
        Assert.InRange(node.Witness.Runs, 2, 3);
    }

    [Fact]
    public async Task Runs_once_what_was_asked_for_five_times_before_it_began()
    {
        await using var node = new Node(database, [Job<SlowJob>(Nightly, "Takes its time")]);
        for (var ask = 0; ask < 5; ask++) await node.Trigger.TriggerAsync<SlowJob>(CancellationToken.None);
        await node.StartAsync();
        Assert.True(await node.Witness.SeesAsync());
        Assert.False(await node.Witness.SeesAsync(seconds: 2));
        await node.StopAsync();
    }

    [Fact]
    public async Task Belongs_to_one_portal_also_where_two_live_in_one_process()
    {
        await using var elsewhere = await TestDatabase.CreateAsync();
        var job = Job<SlowJob>(Nightly, "Takes its time");
        await using var here = new Node(database, [job]);
        await using var there = new Node(elsewhere, [job]);
        await here.StartAsync();
        await there.StartAsync();
        await here.Trigger.TriggerAsync<SlowJob>(CancellationToken.None);
        Assert.True(await here.Witness.SeesAsync());
        await there.StopAsync();
        await here.Trigger.TriggerAsync<SlowJob>(CancellationToken.None);
        Assert.True(await here.Witness.SeesAsync());
        await here.StopAsync();

        Assert.Equal((2, 0), (here.Witness.Runs, there.Witness.Runs));
        Assert.Equal(JobOutcome.Succeeded, (await LastRunAsync()).Outcome);
    }

    private async Task<JobRun> LastRunAsync()
    {
        await using var db = database.Open();
        return await db.JobRuns.OrderByDescending(r => r.Id).FirstAsync();
    }

    private async Task RunAsync(ScheduledJob job)
    {
        await using var node = new Node(database, [job]);
        await node.RunAsync(job);
    }

    private async Task<JobRun> SingleRunAsync()
    {
        await using var db = database.Open();
        return await db.JobRuns.SingleAsync();
    }

    private sealed class CountingJob
    {
        public Task<string?> RunAsync(CancellationToken cancel) => Task.FromResult<string?>("Counted to 3");
    }

    private sealed class IdleJob
    {
        public Task<string?> RunAsync(CancellationToken cancel) => Task.FromResult<string?>(null);
    }

    private sealed class RefusedJob
    {
        public Task RunAsync(CancellationToken cancel) => throw new Refused("The framework has no level 3");
    }

    private sealed class BrokenJob
    {
        public Task RunAsync(CancellationToken cancel) => throw new InvalidOperationException("asha.rahman@example.org is not unique");
    }

    private sealed class SlowJob(Witness witness)
    {
        public Task RunAsync(CancellationToken cancel) => witness.DuringAsync(() => Task.Delay(100, cancel));
    }
}
