using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Seeding;
using Portal.Data.Seeding.Borough;

namespace Portal;

/// <summary>What a database begins with: a partnership and its defaults, and in Development the fictional borough.</summary>
public static class Seeding
{
    public static IServiceCollection AddSeeding(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(provider => new SeedFiles(Path.Combine(provider.GetRequiredService<IHostEnvironment>().ContentRootPath, "seeds")))
        .AddSingleton(configuration.GetSection("Partnership").Get<FirstPartnershipOptions>() ?? new())
        .AddScoped<FirstPartnership>().AddScoped<LoadFramework>().AddScoped<LoadDefaults>().AddScoped<MakeBorough>().AddScoped<MakeProfile>();

    /// <summary>Adds what is missing; a second start finds nothing to do.</summary>
    public static async Task SeedAsync(this IServiceProvider services, bool borough, CancellationToken cancel)
    {
        await using var scope = services.CreateAsyncScope();
        var provider = scope.ServiceProvider;
        if (borough) await provider.GetRequiredService<MakeBorough>().RunAsync(cancel);
        else await provider.GetRequiredService<FirstPartnership>().RunAsync(cancel);
        var partnerships = await provider.GetRequiredService<PortalDb>().Partnerships.Select(p => p.Id).ToListAsync(cancel);
        foreach (var partnership in partnerships) await provider.GetRequiredService<LoadDefaults>().RunAsync(partnership, cancel);
    }
}
