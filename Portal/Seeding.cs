using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Demo;
using Portal.Demo.Aged;
using Portal.Demo.Borough;

namespace Portal;

/// <summary>What a database begins with: a partnership and its defaults, and in Development the fictional borough and its past.</summary>
public static class Seeding
{
    public static IServiceCollection AddSeeding(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<FirstPartnershipOptions>(configuration);
        return services
            .AddSingleton(provider => new SeedFiles(Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, "seeds")))
            .AddScoped<FirstPartnership>().AddScoped<LoadFramework>().AddScoped<LoadDefaults>().AddScoped<MakeBorough>()
            .AddScoped<MakeProfile>();
    }

    /// <summary>Adds what is missing, also statistics of a database that never had any; a second start finds nothing to do.</summary>
    /// <param name="borough">Told how the fictional borough's past is coming on; null where there is to be no borough.</param>
    public static async Task SeedAsync(this IServiceProvider services, Action<DateOnly, int>? borough, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        if (borough is not null) await MakeBoroughAsync(provider, borough, cancel);
        else await provider.GetRequiredService<FirstPartnership>().RunAsync(cancel);
        await provider.GetRequiredService<LoadDefaults>().RunAsync(cancel);
        await provider.GetRequiredService<PortalDb>().EnsureStatisticsAsync(cancel);
    }

    /// <summary>The fictional borough, and its last three years as the portal would have lived them.</summary>
    /// <param name="until">The last day to live through; today when it is null.</param>
    internal static async Task MakeBoroughAsync(
        IServiceProvider services, Action<DateOnly, int> told, CancellationToken cancel, DateOnly? until = null)
    {
        var partnership = await services.GetRequiredService<MakeBorough>().RunAsync(cancel);
        var (clock, now) = (new PastClock(), services.GetRequiredService<UkClock>().Now);
        await using var past = ActsOver(services, clock);
        await new Past(past, services.GetRequiredService<SeedFiles>(), clock, now)
            .LiveAsync(partnership, until ?? UkClock.DayOf(now), told, cancel);
    }

    /// <summary>Made-up boroughs for measuring, with the years in which the portal was used where the profile has them.</summary>
    /// <param name="progress">Told the number of each borough when it is done.</param>
    /// <param name="told">Told how the past of one is coming on.</param>
    internal static async Task MakeProfileAsync(
        IServiceProvider services, Profile profile, IProgress<int> progress, Action<DateOnly, int> told, CancellationToken cancel)
    {
        var make = services.GetRequiredService<MakeProfile>();
        var partnership = await make.RunAsync(profile, progress, cancel);
        if (!profile.IsAged) return;
        var (clock, now) = (new PastClock(), services.GetRequiredService<UkClock>().Now);
        await using var past = ActsOver(services, clock);
        await new AgedPast(past, make.Agencies(profile), clock, now).LiveAsync(partnership, told, cancel);
    }

    private static ServiceProvider ActsOver(IServiceProvider services, PastClock clock) => new ServiceCollection()
        .AddSingleton(services.GetRequiredService<IHostEnvironment>()).AddActs(services.GetRequiredService<IConfiguration>(), clock)
        .BuildServiceProvider();
}
