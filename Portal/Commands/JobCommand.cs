using Portal.Data.Jobs;
using Portal.Jobs;

namespace Portal.Commands;

/// <summary>
/// <c>dotnet run --project Portal -- job EvaluateStandardsJob SendOutboxJob</c> runs jobs of the timetable once, in that
/// order, without serving pages: for an operator, or for a scheduler of their own. Settings may follow, as
/// <c>--Mail:Host=…</c>. Says what each did, and ends with 1 when one of them failed. With PostgreSQL it waits while a node
/// runs the same job.
/// </summary>
public static class JobCommand
{
    public static async Task<int> RunAsync(string[] args)
    {
        string[] names = [.. args.TakeWhile(a => !a.StartsWith("--", StringComparison.Ordinal))];
        var jobs = names.Select(name => Schedule.Jobs.FirstOrDefault(j => j.Name == name)).ToList();
        if (jobs.Count == 0 || jobs.Contains(null))
        {
            Console.Error.WriteLine($"Say which jobs to run: {string.Join(", ", Schedule.Jobs.Select(j => j.Name))}");
            return 1;
        }
        using var host = Composition.ForCommand(args[names.Length..], []);
        var (runner, turns) = (host.Services.GetRequiredService<JobRunner>(), host.Services.GetRequiredService<JobTurns>());
        var failed = 0;
        foreach (var job in jobs)
        {
            await using var turn = await turns.TakeAsync(job!.Name, CancellationToken.None);
            if (!await SucceedsAsync(runner, job)) failed++;
        }
        return failed == 0 ? 0 : 1;
    }

    private static async Task<bool> SucceedsAsync(JobRunner runner, ScheduledJob job)
    {
        Console.WriteLine($"{job.Name} begins");
        var run = await runner.RunAsync(job, Environment.MachineName, CancellationToken.None);
        Console.WriteLine($"{job.Name}: {run.Summary ?? "There was nothing to do"}");
        return run.Outcome == JobOutcome.Succeeded;
    }
}
