using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Portal.Jobs;

public static class Composition
{
    /// <summary>Adds the engine and the jobs of a timetable.</summary>
    public static IServiceCollection AddJobs(
        this IServiceCollection services, IConfiguration configuration, IReadOnlyList<ScheduledJob> schedule)
    {
        foreach (var job in schedule) services.TryAddScoped(job.Type);
        services.AddSingleton(schedule).AddSingleton<JobTurns>().AddSingleton<MissedJobs>().AddSingleton<JobRunner>()
            .AddSingleton<JobEngine>();
        services.AddSingleton<ClockGuard>().AddHostedService(s => s.GetRequiredService<ClockGuard>());
        services.AddSettings<JobOptions>(configuration);
        services.AddSingleton(s => new JobTrigger((job, cancel) =>
            s.GetRequiredService<ClockGuard>().Holds ? Task.CompletedTask : s.GetRequiredService<JobEngine>().TriggerAsync(job, cancel)));
        return services;
    }
}
