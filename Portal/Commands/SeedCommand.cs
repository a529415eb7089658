using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Demo.Borough;

namespace Portal.Commands;

/// <summary>
/// Fills a database with made-up people, for measuring and for showing. Refused where there is a partnership that was not
/// made up: its people would gain neighbours who sign in with a password that everyone knows.
/// <c>dotnet run --project Portal -- seed --profile demo|borough|london|england|aged [--database "…"] [--provider Sqlite|Postgres]</c>
/// </summary>
public static class SeedCommand
{
    private static readonly Dictionary<string, string> Switches = new()
    {
        ["--profile"] = "Profile",
        ["--database"] = "Database:ConnectionString",
        ["--provider"] = "Database:Provider",
    };

    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        using var host = Composition.ForCommand(args, Switches, Environments.Development);
        await host.Services.MigrateAsync(CancellationToken.None);
        await using var scope = host.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        if (await db.Partnerships.AnyAsync(p => !db.AuditEntries.Any(e => e.PartnershipId == p.Id && e.What == MakeBorough.What)))
        {
            Console.Error.WriteLine("This database holds a partnership that was not made up. Choose another with --database");
            return 1;
        }
        await MakeAsync(scope.ServiceProvider, host.Services.GetRequiredService<IConfiguration>()["Profile"] ?? "demo");
        return 0;
    }

    private static async Task MakeAsync(IServiceProvider services, string name)
    {
        var watch = Stopwatch.StartNew();
        if (name == "demo") await Seeding.MakeBoroughAsync(services, Greeting.Living, CancellationToken.None);
        else if (Profile.All.FirstOrDefault(p => p.Name == name) is { } profile)
            await Seeding.MakeProfileAsync(
                services, profile, new Ticks(profile.Boroughs, watch), new Years(watch).Told, CancellationToken.None);
        else
            throw new ArgumentException(
                $"There is no profile called {name}. Choose demo, {string.Join(", ", Profile.All.Select(p => p.Name))}");
        await services.GetRequiredService<PortalDb>().RenewStatisticsAsync(CancellationToken.None);
        Console.WriteLine($"Made {name} in {watch.Elapsed.TotalSeconds:n1} s, {Environment.WorkingSet / 1_000_000:n0} MB at the end");
    }

    /// <summary>A line for each year of a past.</summary>
    private sealed class Years(Stopwatch watch)
    {
        private int year;

        public void Told(DateOnly day, int left)
        {
            if (day.Year == year && left > 0) return;
            year = day.Year;
            Console.WriteLine($"Lived up to {Words.Day(day)}, {left} days to go, {watch.Elapsed.TotalSeconds:n0} s");
        }
    }

    /// <summary>A line for every tenth borough.</summary>
    private sealed class Ticks(int boroughs, Stopwatch watch) : IProgress<int>
    {
        public void Report(int value)
        {
            if (value % 10 == 0)
                Console.WriteLine(
                    $"{value} of {boroughs} boroughs, {watch.Elapsed.TotalSeconds:n0} s, {Environment.WorkingSet / 1_000_000:n0} MB");
        }
    }
}
