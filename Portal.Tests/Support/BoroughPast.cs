using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Data;

namespace Portal.Tests.Support;

/// <summary>The fictional borough and its last three years in a test's database, lived with the real acts.</summary>
public static class BoroughPast
{
    /// <param name="interruptedDaysAgo">Stops so many days before today, as if the first start had been broken off.</param>
    public static async Task LiveAsync(TestDatabase database, int interruptedDaysAgo = 0)
    {
        var host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = Repository.Root, EnvironmentName = Environments.Development, DisableDefaults = true
        });
        var mail = Directory.CreateTempSubdirectory("portal-mail-");
        host.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = $"{TestDatabase.Provider}", ["Database:ConnectionString"] = database.ConnectionString,
            ["Mail:Folder"] = mail.FullName,
        });
        await using var services = host.Services.AddActs(host.Configuration, database.Time).ShareCompiledQueries().BuildServiceProvider();
        await using (var scope = services.CreateAsyncScope())
        {
            var until = database.Clock.Today.AddDays(-interruptedDaysAgo);
            await Seeding.MakeBoroughAsync(scope.ServiceProvider, (_, _) => { }, default, until);
            await scope.ServiceProvider.GetRequiredService<PortalDb>().RenewStatisticsAsync(default);
        }
        mail.Delete(recursive: true);
    }
}
