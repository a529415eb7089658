using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Data;

namespace Portal.Jobs;

public static class Composition
{
    /// <summary>Adds the engine and the jobs of a timetable.</summary>
    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration, IReadOnlyList<ScheduledJob> schedule)
    {
        foreach (var job in schedule) services.TryAddScoped(job.Type);
        services.AddSingleton(schedule).AddSingleton<JobRunner>().AddSingleton<JobEngine>();
        services.AddSingleton<ClockGuard>().AddHostedService(s => s.GetRequiredService<ClockGuard>());
        services.AddSingleton(configuration.GetSection("Jobs").Get<JobOptions>() ?? new());
        services.AddSingleton(s => new JobTrigger((job, cancel) =>
            s.GetRequiredService<ClockGuard>().Holds ? Task.CompletedTask : s.GetRequiredService<JobEngine>().TriggerAsync(job, cancel)));
        JobEngine.AddTo(services, configuration.GetSection("Database").Get<DatabaseOptions>() ?? new());
        return services;
    }
}
