using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Standards;

namespace Portal.Benchmarks;

/// <summary>A database of made-up boroughs, and the portal's own acts over it.</summary>
internal sealed class MadeUp : IAsyncDisposable
{
    private readonly ServiceProvider services;

    private MadeUp(string connection, DatabaseProvider provider, Dictionary<string, string?>? others = null)
    {
        Connection = connection;
        var settings = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:ConnectionString"] = connection, ["Database:Provider"] = $"{provider}", ["Portal:Address"] = Server.Address,
        }).AddInMemoryCollection(others ?? []).Build();
        services = new ServiceCollection().AddSingleton<IConfiguration>(settings)
            .AddSingleton<IHostEnvironment>(new Microsoft.Extensions.Hosting.Internal.HostingEnvironment
            {
                EnvironmentName = "Production", ContentRootPath = Repository.Root
            })
            .AddActs(settings, TimeProvider.System).BuildServiceProvider();
    }

    public string Connection { get; }

    /// <summary>Makes the profile that was asked for by the portal's own command, or carries on where it was interrupted.</summary>
    public static async Task<MadeUp> ProfileAsync(Options options)
    {
        Directory.CreateDirectory(options.Folder);
        var (watch, connection) = (Stopwatch.StartNew(), options.ConnectionTo(options.Profile));
        var made = new ProcessStartInfo(
            "dotnet",
            [
                Path.Combine(options.Portal, "Portal.dll"), "seed", "--profile", options.Profile, "--database", connection,
                "--provider", $"{options.Provider}"
            ])
        {
            WorkingDirectory = options.Portal
        };
        using (var process = Process.Start(made)!)
        {
            await process.WaitForExitAsync();
            if (process.ExitCode != 0) throw new InvalidOperationException($"The profile {options.Profile} could not be made");
        }
        var database = new MadeUp(connection, options.Provider);
        await database.ActAsync(async acts =>
        {
            var db = acts.GetRequiredService<PortalDb>();
            var (partnerships, agencies, staff, records) = (await db.Partnerships.CountAsync(), await db.Agencies.CountAsync(),
                await db.Staff.CountAsync(), await db.TrainingRecords.CountAsync());
            Console.WriteLine(
                $"{partnerships:N0} partnerships, {agencies:N0} agencies, {staff:N0} staff, {records:N0} records; made or found in "
                    + $"{watch.Elapsed.TotalSeconds:N0} s");
        });
        return database;
    }

    /// <summary>A database as it is.</summary>
    /// <param name="others">Further settings of the portal.</param>
    public static MadeUp At(string connection, DatabaseProvider provider, Dictionary<string, string?>? others = null) =>
        new(connection, provider, others);

    /// <summary>Does something with the portal's acts in a scope of their own, as a request or a job would.</summary>
    public async Task ActAsync(Func<IServiceProvider, Task> work)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<PortalDb>().Database.SetCommandTimeout(TimeSpan.FromHours(1));
        await work(scope.ServiceProvider);
    }

    /// <summary>What the portal does each night; for a day other than today, partnership by partnership.</summary>
    public Task EvaluateAsync(DateOnly? day = null) => ActAsync(async acts =>
    {
        if (day is not { } asAt) await acts.GetRequiredService<EvaluateStandardsJob>().RunAsync(CancellationToken.None);
        else
            foreach (var partnership in await acts.GetRequiredService<PortalDb>().Partnerships.Select(p => p.Id).ToListAsync())
                await acts.GetRequiredService<EvaluateStandards>().RunAsync(Viewer.System(partnership), asAt, CancellationToken.None);
    });

    /// <summary>Back to before the first night.</summary>
    public Task ForgetAsync() => ActAsync(async acts =>
    {
        var db = acts.GetRequiredService<PortalDb>();
        await db.Flags.ExecuteDeleteAsync();
        await db.StandardResults.ExecuteDeleteAsync();
        await db.Evaluations.ExecuteDeleteAsync();
        if (db.Database.IsNpgsql()) await db.Database.ExecuteSqlRawAsync("""VACUUM "Flags", "StandardResults", "Evaluations";""");
    });

    /// <summary>As a database is whose portal never looked at what it holds. Taken from one that runs: a start would look again.</summary>
    public Task LoseStatisticsAsync() => ActAsync(async acts =>
    {
        var db = acts.GetRequiredService<PortalDb>();
        if (!db.Database.IsSqlite()) throw new InvalidOperationException("PostgreSQL looks at its tables by itself.");
        await db.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS sqlite_stat1");
    });

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
