using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Data;
using Portal.Data.Jobs;
using Portal.Data.Outbox;
using Portal.Jobs;
using Portal.Mail;

namespace Portal.Tests.Support;

/// <summary>
/// The part of the portal that works without being asked: database, jobs and mail, as one process of several would have them.
/// </summary>
public sealed class Node : IAsyncDisposable
{
    private readonly ServiceProvider services;

    public Node(TestDatabase database, IReadOnlyList<ScheduledJob>? schedule = null, params (string Key, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = TestDatabase.Provider.ToString(),
            ["Database:ConnectionString"] = database.ConnectionString,
        }).AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build();
        services = new ServiceCollection().AddLogging().AddSingleton<TimeProvider>(database.Time).AddSingleton<UkClock>()
            .AddSingleton<IConfiguration>(configuration).AddSingleton(new PortalAddress(new("http://localhost:5080/")))
            .AddPortalDatabase(configuration).AddMail(configuration).AddJobs(configuration, schedule ?? []).AddScoped<SendOutboxJob>()
            .AddSingleton<Witness>().ShareCompiledQueries().BuildServiceProvider();
    }

    /// <summary>A node that shares its witness with another.</summary>
    public Node(TestDatabase database, IReadOnlyList<ScheduledJob> schedule, Witness witness, params (string Key, string Value)[] settings)
        : this(database, schedule, settings) => Witness.Join(witness);

    public ClockGuard Guard => services.GetRequiredService<ClockGuard>();

    public JobTrigger Trigger => services.GetRequiredService<JobTrigger>();

    /// <summary>What the jobs of a test tell each other and the test.</summary>
    public Witness Witness => services.GetRequiredService<Witness>();

    public Task StartAsync() => services.GetRequiredService<JobEngine>().StartAsync(CancellationToken.None);

    public Task StopAsync() => services.GetRequiredService<JobEngine>().StopAsync(CancellationToken.None);

    /// <summary>Runs a job now, in this thread, as the engine would.</summary>
    public Task<JobRun> RunAsync(ScheduledJob job) =>
        services.GetRequiredService<JobRunner>().RunAsync(job, "test", CancellationToken.None);

    /// <summary>Runs a piece of the portal in a scope of its own.</summary>
    public async Task<TResult> In<T, TResult>(Func<T, Task<TResult>> work) where T : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<T>());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}

/// <summary>Counts what happens, and lets a test wait for it.</summary>
public sealed class Witness
{
    private readonly SemaphoreSlim saw = new(0);
    private int runs, atOnce;

    private Witness? other;

    public int Runs => runs;
    public int MostAtOnce { get; private set; }

    public void Join(Witness shared) => other = shared;

    public async Task DuringAsync(Func<Task> work)
    {
        if (other is not null)
        {
            await other.DuringAsync(work);
            return;
        }
        var now = Interlocked.Increment(ref atOnce);
        lock (saw) MostAtOnce = Math.Max(MostAtOnce, now);
        await work();
        Interlocked.Decrement(ref atOnce);
        Interlocked.Increment(ref runs);
        saw.Release();
    }

    /// <summary>Waits for the end of one more run; false when none ends in time.</summary>
    public Task<bool> SeesAsync(double seconds = 10) => saw.WaitAsync(TimeSpan.FromSeconds(seconds));
}
