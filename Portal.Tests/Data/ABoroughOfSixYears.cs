using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Demo.Borough;
using Portal.Features.Standards;
using Portal.Tests.Support;

namespace Portal.Tests.Data;

/// <summary>The profile of a borough that used the portal for six years, at a twentieth of its size.</summary>
public sealed class ABoroughOfSixYears
{
    private static readonly Profile Small = new("aged, small", 1, 1_000, OneInAgencies: 20, IsAged: true);

    [Fact]
    public async Task Has_its_history_and_the_portal_goes_on_from_it()
    {
        await using var app = await PortalApp.InProductionAsync();
        await MakeAsync(app.Database);
        await using (var db = app.Database.Open()) await HistoryAsync(db, app.Database.Clock);
        await app.In<EvaluateStandardsJob>(job => job.RunAsync(default));
        await PagesAsync(app);
    }

    private static async Task HistoryAsync(PortalDb db, UkClock clock)
    {
        Assert.Equal(6, await db.Cycles.CountAsync(c => c.OpenedAt != null));
        var returns = await db.Returns.CountAsync();
        Assert.InRange(returns, 6 * 12, 6 * 17);
        Assert.Equal(returns, await db.Returns.CountAsync(r => r.State == ReturnState.Accepted));
        Assert.True(await db.GapActions.AnyAsync() && await db.CostLines.AnyAsync() && await db.ReturnAnswers.AnyAsync());
        Assert.InRange(await db.Editions.CountAsync(e => e.State == EditionState.Issued), 16, 32);
        Assert.True(await db.Flags.AnyAsync(f => f.State == FlagState.Open));
        Assert.True(await db.Flags.AnyAsync(f => f.State == FlagState.Closed));
        var programme = await db.Phases.MinAsync(p => p.StartsOn);
        Assert.Equal(clock.Today.DayNumber - programme.DayNumber - 6, await db.Evaluations.Select(e => e.AsAt).Distinct().CountAsync());
        Assert.InRange(await db.TrainingOrders.CountAsync(), 100, 250);
        Assert.True(await db.TrainingOrders.AnyAsync(o => o.EndedOn != null));
        Assert.InRange(await db.FundingCommitments.CountAsync(), 400, 800);
        Assert.InRange(await db.AuditEntries.CountAsync(), 40_000, 200_000);
        Assert.InRange(await db.Outbox.CountAsync(m => m.State == MailState.Sent), 20_000, 100_000);
        var (now, quarter) = (clock.Now, clock.Now.AddDays(-90));
        Assert.False(await db.AuditEntries.AnyAsync(e => e.At > now));
        Assert.False(await db.Outbox.AnyAsync(m => m.State != MailState.Sent || (m.Text != "" && m.QueuedAt < quarter)));
    }

    /// <summary>What each role finds from its home page is there.</summary>
    private static async Task PagesAsync(PortalApp app)
    {
        foreach (var role in new[] { Role.Commissioner, Role.BoardMember, Role.LineManager, Role.Auditor, Role.SystemAdministrator })
        {
            var door = await app.SignedInAs(role);
            var home = await door.Open("/");
            if (home.Path == "/Account/SecondFactor")
            {
                home = await home.Press("Begin");
                await home.Fill("Code that the app shows now", Accounts.CodeFor(home.All(".app-key")[0].TextContent)).Press("Turn on");
                home = await door.Open("/");
            }
            foreach (var address in home.All("a[href^='/']").Select(a => a.GetAttribute("href")!.Split('#')[0]).Distinct()
                .Where(a => !a.StartsWith("/Account", StringComparison.Ordinal)))
                Assert.True((await door.Open(address)).Status == HttpStatusCode.OK, $"{address} for {role}");
        }
    }

    private static async Task MakeAsync(TestDatabase database)
    {
        var host = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
        {
            ContentRootPath = Repository.Root, EnvironmentName = Environments.Development, DisableDefaults = true
        });
        host.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = $"{TestDatabase.Provider}", ["Database:ConnectionString"] = database.ConnectionString,
        });
        await using var services = host.Services.AddActs(host.Configuration, database.Time).ShareCompiledQueries().BuildServiceProvider();
        await using var scope = services.CreateAsyncScope();
        await Seeding.MakeProfileAsync(scope.ServiceProvider, Small, new Nobody(), (_, _) => { }, default);
        await scope.ServiceProvider.GetRequiredService<PortalDb>().RenewStatisticsAsync(default);
    }

    private sealed class Nobody : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }
}
