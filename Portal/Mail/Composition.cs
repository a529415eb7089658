using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Data.Outbox;

namespace Portal.Mail;

public static class Composition
{
    /// <summary>Adds the renderer and the way out. Settings that cannot work stop the portal with a sentence for each.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Mail").Get<MailOptions>() ?? new();
        Validator.ValidateObject(options, new ValidationContext(options), validateAllProperties: true);
        services.TryAddSingleton(provider => PortalAddress.From(configuration, provider.GetRequiredService<IHostEnvironment>()));
        return services.AddSingleton(options).AddSingleton<Transport>().AddScoped<IRenderMail, MailRenderer>();
    }
}
