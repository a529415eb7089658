using Portal.Data.Jobs;
using Portal.Jobs;
using Portal.Tests.Support;
using static Portal.Jobs.ScheduledJob;

namespace Portal.Tests.Jobs;

/// <summary>Which clocks are believed: those of a portal that was switched off for some weeks, and of no other that jumped.</summary>
public sealed class BelievingTheClock : IAsyncLifetime
{
    private static readonly ScheduledJob Nightly = Job<WitnessedJob>("0 30 2 * * ?", "Is seen");
    private static readonly ScheduledJob Frequent = Job<WitnessedJob>("0/10 * * * * ?", "Is seen");
    private TestDatabase database = null!;

    public async ValueTask InitializeAsync() => database = await TestDatabase.CreateAsync();

    public ValueTask DisposeAsync() => database.DisposeAsync();

    [Theory]
    [InlineData(44, 0, true), InlineData(21, 0, true), InlineData(2, 0, true), InlineData(46, 0, false), InlineData(2556, 0, false)]
    [InlineData(0, -30, true), InlineData(-2, 0, false), InlineData(0, -61, false), InlineData(-2556, 0, false)]
    public async Task A_jump_of(int days, int minutes, bool runs)
    {
        foreach (var job in new[] { Nightly, Frequent })
        {
            await using var node = new Node(database, [job]);
            Assert.Equal(JobOutcome.Succeeded, (await node.RunAsync(job)).Outcome);
            database.Time.Advance(TimeSpan.FromDays(days) + TimeSpan.FromMinutes(minutes));
            var run = await node.RunAsync(job);
            Assert.Equal(runs, run.Outcome == JobOutcome.Succeeded);
            Assert.Equal(runs ? 2 : 1, node.Witness.Runs);
            database.Time.Advance(-TimeSpan.FromDays(days) - TimeSpan.FromMinutes(minutes));
            if (runs) await AcceptAsync();
        }
    }

    [Theory, InlineData(2027, 3, 28), InlineData(2027, 10, 31)]
    public async Task Nights_on_which_the_clocks_change_are_nights_like_others(int year, int month, int day)
    {
        database.Time.Now = new(year, month, day - 1, 22, 0, 0, DateTimeKind.Utc);
        await using var node = new Node(database, [Frequent]);
        for (var ten = 0; ten < 6 * 8; ten++)
        {
            Assert.Equal(JobOutcome.Succeeded, (await node.RunAsync(Frequent)).Outcome);
            database.Time.Advance(TimeSpan.FromMinutes(10));
        }
    }

    [Fact]
    public async Task One_node_with_a_wrong_clock_stops_and_the_others_go_on_and_all_are_told_what_a_person_confirmed()
    {
        await using var db = database.Open();
        var (right, wrong) = (database.Time.Now, database.Time.Now.AddYears(7));
        Assert.Null(await db.WatchClockAsync(right, default));
        for (var beat = 0; beat < 3; beat++)
        {
            Assert.NotNull(await db.WatchClockAsync(wrong, default));
            Assert.NotNull(await db.WatchClockAsync(right.AddDays(-2), default));
            Assert.Null(await db.WatchClockAsync(right = right.AddDays(1), default));
        }
        await db.AcceptClockAsync(wrong, default);
        await using var other = database.Open();
        Assert.Equal((null, wrong), (await other.WatchClockAsync(wrong, default), (await other.WatchClockAsync(right, default))?.Last));
    }

    [Fact]
    public async Task A_database_without_a_believed_clock_goes_by_its_history()
    {
        await using var db = database.Open();
        Assert.Null(await db.DoubtOfClockAsync(database.Time.Now, default));
        await SmallBorough.InAsync(database);
        Assert.Equal(
            "The clock says 16 November 2033, 09:00, but the portal was last at work on 16 November 2026, 09:00, so no job runs",
            (await db.WatchClockAsync(database.Time.Now.AddYears(7), default))!.Sentence);
        Assert.Equal(
            "The clock says 14 November 2026, 09:00, but the portal has been at work until 16 November 2026, 09:00, so no job runs",
            (await db.WatchClockAsync(database.Time.Now.AddDays(-2), default))!.Sentence);
        Assert.Null(await db.WatchClockAsync(database.Time.Now, default));
    }

    [Fact]
    public async Task A_node_that_starts_with_a_wrong_clock_begins_when_it_is_right()
    {
        await SmallBorough.InAsync(database);
        await using var node = new Node(database, [Nightly]);
        database.Time.Advance(TimeSpan.FromDays(2556));
        await node.Guard.LookAsync(default);
        await node.Trigger.TriggerAsync<WitnessedJob>(default);
        Assert.True(node.Guard.Holds);

        database.Time.Advance(TimeSpan.FromDays(-2556));
        await node.Guard.LookAsync(default);
        Assert.False(node.Guard.Holds);
        await node.Trigger.TriggerAsync<WitnessedJob>(default);
        Assert.True(await node.Witness.SeesAsync(seconds: 40));
        await node.Guard.StopAsync(default);
    }

    [Fact]
    public async Task What_was_missed_while_the_clock_was_wrong_runs_as_soon_as_it_is_right()
    {
        await using var node = new Node(database, [Nightly]);
        await node.Guard.LookAsync(default);
        await node.RunAsync(Nightly);
        Assert.True(await node.Witness.SeesAsync());

        database.Time.Advance(TimeSpan.FromDays(2556));
        await node.Guard.LookAsync(default);
        Assert.True(node.Guard.Holds);
        await node.Trigger.TriggerAsync<WitnessedJob>(default);
        Assert.False(await node.Witness.SeesAsync(seconds: 1));

        database.Time.Advance(TimeSpan.FromDays(-2555));
        await node.Guard.LookAsync(default);
        Assert.True(await node.Witness.SeesAsync(seconds: 40));
        await node.Guard.StopAsync(default);
    }

    [Fact]
    public async Task What_broke_off_while_the_clock_was_wrong_begins_again_though_it_is_not_due()
    {
        await using var node = new Node(database, [Nightly]);
        await node.Guard.LookAsync(default);
        await node.RunAsync(Nightly);
        Assert.True(await node.Witness.SeesAsync());
        await using (var db = database.Open())
        {
            db.JobRuns.Add(new() { Job = Nightly.Name, Node = "a node that is no more", StartedAt = database.Time.Now.AddMinutes(1) });
            await db.SaveOwnHistoryAsync(default);
        }

        database.Time.Advance(TimeSpan.FromDays(2556));
        await node.Guard.LookAsync(default);
        Assert.False(await node.Witness.SeesAsync(seconds: 1));

        database.Time.Advance(TimeSpan.FromDays(-2556) + TimeSpan.FromHours(1));
        await node.Guard.LookAsync(default);
        Assert.True(await node.Witness.SeesAsync(seconds: 40));
        await node.Guard.StopAsync(default);
    }

    private async Task AcceptAsync()
    {
        await using var db = database.Open();
        await db.AcceptClockAsync(database.Time.Now, default);
    }

    private sealed class WitnessedJob(Witness witness)
    {
        public Task RunAsync(CancellationToken cancel) => witness.DuringAsync(() => Task.Delay(1, cancel));
    }
}
