using System.Diagnostics;
using Portal.Features.Returns.Opening;
using Portal.Tests.Support;

namespace Portal.Tests.Killed;

/// <summary>The portal as a process of its own that runs the jobs whose work must survive a kill, and says when each begins.</summary>
internal static class PortalProcess
{
    public static IReadOnlyList<string> Jobs { get; } =
    [
        "ApplyImportsJob", "EvaluateStandardsJob", "IssueEditionsJob", "OfferPlacesJob", "OpenCyclesJob", "SendOutboxJob"
    ];

    /// <summary>How long each job takes when nobody disturbs it.</summary>
    public static async Task<Dictionary<string, TimeSpan>> RunToTheEndAsync(IReadOnlyDictionary<string, string> settings)
    {
        using var portal = Start(settings);
        var (began, said) = (new List<long>(), new List<string>());
        while (await portal.StandardOutput.ReadLineAsync() is { } line)
        {
            said.Add(line);
            if (line.EndsWith(" begins", StringComparison.Ordinal)) began.Add(Stopwatch.GetTimestamp());
        }
        await portal.WaitForExitAsync();
        began.Add(Stopwatch.GetTimestamp());
        Assert.True(portal.ExitCode == 0, string.Join('\n', said));
        return Jobs.Select((job, i) => (job, Stopwatch.GetElapsedTime(began[i], began[i + 1]))).ToDictionary();
    }

    /// <summary>Kills it so long after the job began; false when it was done before.</summary>
    public static async Task<bool> KillDuringAsync(IReadOnlyDictionary<string, string> settings, string job, TimeSpan after)
    {
        using var portal = Start(settings);
        while (await portal.StandardOutput.ReadLineAsync() is { } line && line != $"{job} begins") { }
        var rest = portal.StandardOutput.ReadToEndAsync();
        await Task.Delay(after);
        portal.Kill();
        await portal.WaitForExitAsync();
        return !(await rest).Contains($"{job}:", StringComparison.Ordinal);
    }

    private static Process Start(IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [Path.Combine(AppContext.BaseDirectory, "Portal.dll"), "job", .. Jobs, .. settings.Select(s => $"--{s.Key}={s.Value}")])
        {
            WorkingDirectory = Repository.Root, RedirectStandardOutput = true, Environment = { ["DOTNET_ENVIRONMENT"] = "Production" },
        };
        return Process.Start(start)!;
    }
}
