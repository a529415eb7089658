namespace Portal.Tests.Killed;

/// <summary>
/// The real process, ended with SIGKILL at random moments while it applies imports, judges agencies, issues editions, offers places,
/// opens cycles and sends mail. After the next start everything is whole: nothing lost, nothing half done, nothing twice.
/// </summary>
public sealed class KillingThePortal
{
    /// <summary>Two boroughs side by side, so that a second core is not idle.</summary>
    private const int Boroughs = 2;
    private const int KillsOfEach = 25;
    private const int KillsBetweenChecks = 5;

    [Fact]
    public async Task Fifty_times_at_random_loses_nothing_and_doubles_nothing()
    {
        var killed = await Task.WhenAll(Enumerable.Range(0, Boroughs)
            .Select(n => Task.Run(() => LiveThroughKillsAsync(new(20161206 + n)))));

        // Some jobs finish before their moment comes; the test is worth its name when most do not, and none escapes.
        var each = PortalProcess.Jobs.Select(job => killed.Sum(k => k[job])).ToList();
        Assert.All(
            each, kills => Assert.True(kills > 0, $"{string.Join(", ", PortalProcess.Jobs)} were killed {string.Join(", ", each)} times"));
        Assert.InRange(each.Sum(), Boroughs * KillsOfEach / 2, Boroughs * KillsOfEach);
    }

    /// <summary>How often each job was killed at work.</summary>
    private static async Task<Dictionary<string, int>> LiveThroughKillsAsync(Random random)
    {
        await using var work = await WorkAtRisk.CreateAsync();
        await work.AddAsync();
        var usual = await PortalProcess.RunToTheEndAsync(work.Settings);
        await work.CheckAsync();

        var killed = PortalProcess.Jobs.ToDictionary(job => job, _ => 0);
        for (var kill = 1; kill <= KillsOfEach; kill++)
        {
            await work.AddAsync();
            var job = PortalProcess.Jobs[random.Next(PortalProcess.Jobs.Count)];
            if (await PortalProcess.KillDuringAsync(work.Settings, job, usual[job] * random.NextDouble())) killed[job]++;
            if (kill % KillsBetweenChecks != 0) continue;
            await work.LetLeasesPassAsync();
            usual = await PortalProcess.RunToTheEndAsync(work.Settings);
            await work.CheckAsync();
        }
        return killed;
    }
}
