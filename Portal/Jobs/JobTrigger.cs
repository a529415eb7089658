namespace Portal.Jobs;

/// <summary>
/// Asks for a job soon, for an act that must not wait for the timetable. Asking again before it has begun changes nothing.
/// It is a wish and not a promise: the rows that the act saved are what the job finds, now or at its next time.
/// </summary>
public sealed class JobTrigger(Func<string, CancellationToken, Task> trigger)
{
    public Task TriggerAsync<TJob>(CancellationToken cancel) where TJob : class => TriggerAsync(typeof(TJob).Name, cancel);

    /// <param name="job">The class of the job.</param>
    public Task TriggerAsync(string job, CancellationToken cancel) => trigger(job, cancel);
}
