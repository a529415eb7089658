using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Portal.Data;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>Nodes that begin their lives at the same instant, on a server that has no database for them yet.</summary>
public class StartingTogether
{
    [PostgresFact]
    public async Task Three_nodes_make_one_database_and_all_come_up()
    {
        for (var time = 0; time < 3; time++)
        {
            await using var database = TestDatabase.NotYetMade();
            var nodes = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => StartAsync(database))));
            await using (var db = database.Open())
            {
                Assert.Empty(await db.Database.GetPendingMigrationsAsync());
                Assert.Equal((1, 20), (await db.Partnerships.CountAsync(), await db.Standards.CountAsync()));
            }
            foreach (var node in nodes)
            {
                await node.StopAsync();
                node.Dispose();
            }
        }
    }

    /// <summary>The portal as Program.cs starts it, without its pages.</summary>
    private static async Task<IHost> StartAsync(TestDatabase database)
    {
        var settings = new HostApplicationBuilderSettings { ContentRootPath = Repository.Root, EnvironmentName = Environments.Production };
        var builder = Host.CreateEmptyApplicationBuilder(settings);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = "Postgres", ["Database:ConnectionString"] = database.ConnectionString,
            ["Portal:Address"] = "https://portal.example/",
        });
        builder.ConfigureContainer(new DefaultServiceProviderFactory());
        builder.Services.AddLogging(logging => logging.ClearProviders()).AddPortal(builder.Configuration, builder.Environment);
        var host = builder.Build();
        await host.Services.MigrateAsync(() => host.Services.SeedAsync(borough: null, CancellationToken.None), CancellationToken.None);
        await host.StartAsync();
        return host;
    }
}
