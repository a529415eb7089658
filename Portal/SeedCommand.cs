using System.Diagnostics;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Data.Seeding.Borough;
using Portal.Features;
using Portal.Mail;

namespace Portal;

/// <summary><c>dotnet run --project Portal -- seed --profile demo|borough|london|england [--database "…"] [--provider Sqlite|Postgres]</c></summary>
public static class SeedCommand
{
    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--profile"] = "Profile",
        ["--database"] = "Database:ConnectionString",
        ["--provider"] = "Database:Provider",
    };

    public static async Task RunAsync(string[] args)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Configuration.AddCommandLine(args, Switches);
        builder.Services.AddSingleton(TimeProvider.System).AddSingleton<UkClock>();
        builder.Services.AddPortalDatabase(builder.Configuration);
        builder.Services.AddScoped<IRenderMail, MailRenderer>();
        builder.Services.AddFeatures().AddSeeding(builder.Configuration);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        using var host = builder.Build();

        await host.Services.MigrateAsync(CancellationToken.None);
        await using var scope = host.Services.CreateAsyncScope();
        var watch = Stopwatch.StartNew();
        await scope.ServiceProvider.GetRequiredService<MakeBorough>().RunAsync(CancellationToken.None);
        Console.WriteLine($"Made {builder.Configuration["Profile"]} in {watch.Elapsed.TotalSeconds:n1} s, {Environment.WorkingSet / 1_000_000:n0} MB");
    }
}
