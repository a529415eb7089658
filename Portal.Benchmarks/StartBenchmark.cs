namespace Portal.Benchmarks;

/// <summary>From nothing to the first answered page, and the memory then, against an application that has one empty page.</summary>
internal static class StartBenchmark
{
    public static async Task RunAsync(Options options)
    {
        await using var boroughs = await MadeUp.ProfileAsync(options);
        var portal = await StartsAsync(options.Runs, () => Server.PortalAsync(boroughs.Connection, options, jobs: true, "/Account/SignIn"));
        var floor = await StartsAsync(options.Runs, () => Server.BareAsync(options.Port + 1, 0));
        var table = new Table("start", "runs", "portal", "empty Razor Pages", "ratio");
        table.Add(
            "first answered page, median s", options.Runs, portal.Time.Median, floor.Time.Median, portal.Time.Median / floor.Time.Median);
        table.Add("resident memory then, MB", options.Runs, portal.Memory, floor.Memory, (double)portal.Memory / floor.Memory);
        table.Print($"Start over a database that is there, {options.Profile}, {options.Provider}");
    }

    /// <summary>How long each start took, and the median of the memory after it.</summary>
    private static async Task<(Sample Time, long Memory)> StartsAsync(int runs, Func<Task<Server>> start)
    {
        List<double> seconds = [];
        List<long> memory = [];
        for (var i = 0; i < runs; i++)
        {
            await using var server = await start();
            seconds.Add(server.StartedIn.TotalSeconds);
            memory.Add(server.Memory);
        }
        return (new(seconds), memory.Order().ElementAt(runs / 2));
    }
}
