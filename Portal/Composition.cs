using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features;
using Portal.Jobs;
using Portal.Mail;
using Portal.Security;

namespace Portal;

/// <summary>What the portal is made of: the same for its pages, for its commands and for the past of the fictional borough.</summary>
public static class Composition
{
    /// <summary>Everything but the pages.</summary>
    public static IServiceCollection AddPortal(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment) => services
        .AddActs(configuration, TimeProvider.System).AddSignIn(environment).AddJobs(configuration, Schedule.Jobs);

    /// <summary>The acts alone, over a clock: nobody signs in, and a job that is asked for soon waits for the timetable.</summary>
    public static IServiceCollection AddActs(this IServiceCollection services, IConfiguration configuration, TimeProvider time) => services
        .AddLogging().AddSingleton(time).AddSingleton<UkClock>()
        .AddPortalDatabase(configuration).AddPortalAddress(configuration).AddMail(configuration).AddScoped<SendOutboxJob>()
        .AddSingleton(new JobTrigger((_, _) => Task.CompletedTask)).AddFeatures().AddSeeding(configuration);

    /// <summary>The portal for a command: it serves no page and starts no timetable, and says only what went wrong.</summary>
    /// <param name="switches">Which setting each switch of the command stands for.</param>
    /// <param name="environment">The environment to run in; the machine's own when it is null.</param>
    public static IHost ForCommand(string[] args, Dictionary<string, string> switches, string? environment = null)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddCommandLine(args, switches);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        // What only a web server can give to sign-in and to pages is missing, and nothing here asks for it.
        builder.ConfigureContainer(new DefaultServiceProviderFactory());
        builder.Services.AddPortal(builder.Configuration, builder.Environment);
        return builder.Build().CheckSettings();
    }
}
