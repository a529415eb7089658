using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Portal.Jobs;

public static class Composition
{
    /// <summary>Adds the engine and the jobs of a timetable. Settings that cannot work stop the portal with a sentence for each.</summary>
    public static IServiceCollection AddJobs(
        this IServiceCollection services, IConfiguration configuration, IReadOnlyList<ScheduledJob> schedule)
    {
        foreach (var job in schedule) services.TryAddScoped(job.Type);
        services.AddSingleton(schedule).AddSingleton<JobTurns>().AddSingleton<MissedJobs>().AddSingleton<JobRunner>().AddSingleton<JobEngine>();
        services.AddSingleton<ClockGuard>().AddHostedService(s => s.GetRequiredService<ClockGuard>());
        var options = configuration.GetSection("Jobs").Get<JobOptions>() ?? new();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        services.AddSingleton(options);
        services.AddSingleton(s => new JobTrigger((job, cancel) =>
            s.GetRequiredService<ClockGuard>().Holds ? Task.CompletedTask : s.GetRequiredService<JobEngine>().TriggerAsync(job, cancel)));
        return services;
    }
}
