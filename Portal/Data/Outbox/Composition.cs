namespace Portal.Data.Outbox;

public static class Composition
{
    /// <summary>Adds the address that links in messages begin with: outside Production this machine, unless it is set.</summary>
    public static IServiceCollection AddPortalAddress(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<AddressOptions>(configuration).Validate<IHostEnvironment>(
            (said, environment) => said.Address is not null || !environment.IsProduction(),
            "Portal:Address must say where people reach the portal, such as https://training.example.org/");
        return services.AddSingleton(provider => new PortalAddress(provider.GetRequiredService<AddressOptions>().Root));
    }
}
