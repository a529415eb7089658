using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Portal.Data.Outbox;
using Portal.Mail.Outgoing;

namespace Portal.Mail;

public static class Composition
{
    /// <summary>Adds the renderer and the way out. Settings that cannot work stop the portal with a sentence for each.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection("Mail").Get<MailOptions>() ?? new();
        List<ValidationResult> broken = [];
        if (!Validator.TryValidateObject(options, new(options), broken, validateAllProperties: true))
            throw new ValidationException(string.Join('\n', broken.Select(b => b.ErrorMessage)));
        services.TryAddSingleton(provider => PortalAddress.From(configuration, provider.GetRequiredService<IHostEnvironment>()));
        // A sign-in service that sent us elsewhere would send our secret there.
        services.AddHttpClient(nameof(AccessTokens))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        // The connections of one run of the sender end with its scope.
        return services.AddSingleton(options).AddSingleton<AccessTokens>().AddSingleton<ServerTrust>().AddSingleton<MimeWriter>()
            .AddScoped<Connections>().AddScoped<Transport>().AddScoped<IRenderMail, MailRenderer>();
    }
}
