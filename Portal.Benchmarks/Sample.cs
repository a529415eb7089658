using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>How long each of several runs took, in seconds.</summary>
internal sealed record Sample(IReadOnlyList<double> Seconds)
{
    public double Median => At(0.5);
    public double P95 => At(0.95);

    /// <summary>Prepares and runs again and again; only the run is timed.</summary>
    public static async Task<Sample> OfAsync(int runs, Func<Task> prepare, Func<Task> run)
    {
        List<double> seconds = [];
        for (var i = 0; i < runs; i++)
        {
            await prepare();
            var watch = Stopwatch.StartNew();
            await run();
            seconds.Add(watch.Elapsed.TotalSeconds);
        }
        return new(seconds);
    }

    /// <summary>The smallest that at least this share of the runs did not exceed.</summary>
    private double At(double share) => Seconds.Order().ElementAt(Math.Max(0, (int)Math.Ceiling(share * Seconds.Count) - 1));
}
