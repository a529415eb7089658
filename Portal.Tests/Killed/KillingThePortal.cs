using System.Diagnostics;
using Portal.Tests.Support;

namespace Portal.Tests.Killed;

/// <summary>
/// The real process, ended with SIGKILL at random moments while it applies imports, judges agencies, issues editions and
/// sends mail. After the next start everything is whole: nothing lost, nothing half done, nothing twice.
/// </summary>
public sealed class KillingThePortal : IAsyncLifetime
{
    private const int Kills = 50;
    private const int KillsBetweenChecks = 5;
    private WorkAtRisk work = null!;

    public async ValueTask InitializeAsync() => work = await WorkAtRisk.CreateAsync();

    public ValueTask DisposeAsync() => work.DisposeAsync();

    [Fact]
    public async Task Fifty_times_at_random_loses_nothing_and_doubles_nothing()
    {
        await work.AddAsync();
        var whole = await RunToTheEndAsync();
        await work.CheckAsync();

        var random = new Random(20161206);
        var interrupted = 0;
        for (var kill = 1; kill <= Kills; kill++)
        {
            await work.AddAsync();
            if (await KillAsync(whole * (0.2 + random.NextDouble()))) interrupted++;
            if (kill % KillsBetweenChecks != 0) continue;
            await work.LetLeasesPassAsync();
            await RunToTheEndAsync();
            await work.CheckAsync();
        }
        // Some runs finish before their moment comes; the test is worth its name when most do not.
        Assert.InRange(interrupted, Kills / 2, Kills);
    }

    /// <summary>How long the jobs take when nobody disturbs them.</summary>
    private async Task<TimeSpan> RunToTheEndAsync()
    {
        var watch = Stopwatch.StartNew();
        using var portal = Start();
        await portal.WaitForExitAsync();
        Assert.Equal(0, portal.ExitCode);
        return watch.Elapsed;
    }

    /// <summary>Whether it was still at work when it was killed.</summary>
    private async Task<bool> KillAsync(TimeSpan after)
    {
        using var portal = Start();
        var ended = portal.WaitForExitAsync();
        await Task.WhenAny(ended, Task.Delay(after));
        if (portal.HasExited) return false;
        portal.Kill();
        await ended;
        return true;
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), "job", "ApplyImportsJob", "EvaluateStandardsJob", "IssueEditionsJob", "SendOutboxJob"])
        {
            WorkingDirectory = Repository.Root,
        };
        foreach (var (name, value) in work.Settings) start.Environment[name] = value;
        return Process.Start(start)!;
    }
}
