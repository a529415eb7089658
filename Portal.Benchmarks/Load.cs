using System.Diagnostics;
using System.Globalization;

namespace Portal.Benchmarks;

/// <summary>What clients that ask again and again get from one page.</summary>
/// <param name="PerSecond">Answered requests.</param>
/// <param name="Median">Milliseconds.</param>
/// <param name="P95">Milliseconds.</param>
internal sealed record Load(double PerSecond, double Median, double P95)
{
    /// <summary>Says only what is asked for: requests a second, and two points of the times in microseconds.</summary>
    private const string Report = """
        done = function(summary, latency, requests)
          local failed = summary.errors.status + summary.errors.connect + summary.errors.read
            + summary.errors.write + summary.errors.timeout
          io.write(string.format("figures %f %f %f %d\n",
            summary.requests * 1000000 / summary.duration, latency:percentile(50), latency:percentile(95), failed))
        end
        """;

    public static async Task<Load> OfAsync(Uri page, string? cookie, int clients, int seconds)
    {
        var script = Path.Combine(Path.GetTempPath(), $"portal-benchmarks-{Environment.ProcessId}.lua");
        await File.WriteAllTextAsync(script, Report);
        string[] cookies = cookie is null ? [] : ["-H", $"Cookie: {cookie}"];
        using var wrk = Process.Start(new ProcessStartInfo(
            "wrk", ["-t1", $"-c{clients}", $"-d{seconds}s", "--timeout", "60s", "-s", script, .. cookies, page.AbsoluteUri])
        {
            RedirectStandardOutput = true
        })!;
        var said = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        File.Delete(script);
        if (said.Split('\n').FirstOrDefault(l => l.StartsWith("figures ", StringComparison.Ordinal)) is not { } line)
            throw new InvalidOperationException($"wrk said nothing about {page}: {said}");
        var figures = line.Split(' ')[1..].Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray();
        if (figures[3] > 0) throw new InvalidOperationException($"{figures[3]:N0} requests of {page} failed");
        return new(figures[0], figures[1] / 1000, figures[2] / 1000);
    }
}
