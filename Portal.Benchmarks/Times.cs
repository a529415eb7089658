using System.Collections.Concurrent;
using System.Diagnostics;

namespace Portal.Benchmarks;

/// <summary>How long each act took, by its name.</summary>
internal sealed class Times
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<double>> seconds = new();

    public Sample Of(string name) => new([.. seconds[name]]);

    public async Task AddAsync(string name, Func<Task> act)
    {
        var watch = Stopwatch.StartNew();
        await act();
        seconds.GetOrAdd(name, _ => []).Enqueue(watch.Elapsed.TotalSeconds);
    }
}
