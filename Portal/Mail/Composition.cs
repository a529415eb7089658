using Portal.Data.Outbox;
using Portal.Mail.Outgoing;

namespace Portal.Mail;

public static class Composition
{
    /// <summary>Adds the renderer and the way out.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSettings<MailOptions>(configuration);
        // A sign-in service that sent us elsewhere would send our secret there.
        services.AddHttpClient(nameof(AccessTokens))
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { AllowAutoRedirect = false });
        // The connections of one run of the sender end with its scope.
        return services.AddSingleton<AccessTokens>().AddSingleton<ServerTrust>().AddSingleton<MimeWriter>()
            .AddScoped<Connections>().AddScoped<Transport>().AddScoped<IRenderMail, MailRenderer>();
    }
}
