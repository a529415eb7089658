using System.Reflection;

namespace Portal.Jobs;

/// <summary>
/// One line of the timetable: which job, when, and what it is for in a sentence.
/// </summary>
/// <remarks>
/// A job is a class with one public method, <c>Task RunAsync(CancellationToken)</c> or, to say what it did,
/// <c>Task&lt;string?&gt; RunAsync(CancellationToken)</c>: the sentence is shown to operators and must name no person; null
/// means that there was nothing to do. A job asks the database what is still to do, is safe to run twice, and lets errors
/// out: a <see cref="Refused"/> is recorded with its sentence, any other with a reference.
/// </remarks>
/// <param name="Type">The class of the job.</param>
/// <param name="Cron">Second, minute, hour, day of month, month, day of week; wall-clock time in London.</param>
/// <param name="Does">What it is for, for the page of jobs: "Sends what waits in the outbox".</param>
public sealed record ScheduledJob(Type Type, string Cron, string Does, Func<object, CancellationToken, Task> Run)
{
    public string Name => Type.Name;

    /// <summary>Whether its runs follow each other so closely that one which did nothing is not worth a row.</summary>
    public bool IsFrequent => Cron.Split(' ')[2] == "*";

    public static ScheduledJob Job<TJob>(string cron, string does) where TJob : class
    {
        var method = typeof(TJob).GetMethod("RunAsync", BindingFlags.Instance | BindingFlags.Public, [typeof(CancellationToken)])
            ?? throw new InvalidOperationException($"{typeof(TJob).Name} has no RunAsync(CancellationToken).");
        var run = method.CreateDelegate<Func<TJob, CancellationToken, Task>>();
        return new(typeof(TJob), cron, does, (job, cancel) => run((TJob)job, cancel));
    }
}
