using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Jobs;
using Portal.Tests.Support;

namespace Portal.Tests.Web;

public sealed class WatchingANode : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task Ready_says_when_a_job_last_ran_and_how_long_mail_waits()
    {
        app.Replace = RunsJobs;
        await Answers(HttpStatusCode.ServiceUnavailable, "not ready\ndatabase: answers\njobs: none has run yet\nmail: none waiting\n");
        await app.In<PortalDb>(db => db.BeatAsync("SendOutboxJob", app.Clock.Now, CancellationToken.None));
        await app.Has(Waiting());
        app.Clock.Advance(TimeSpan.FromMinutes(4));
        await Answers(
            HttpStatusCode.OK,
            "ready\ndatabase: answers\njobs: alive, last ran 4 minutes ago\nmail: 1 waiting, the oldest for 11 minutes\n");
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Answers(
            HttpStatusCode.ServiceUnavailable,
            "not ready\ndatabase: answers\njobs: silent, last ran 5 minutes ago\nmail: 1 waiting, the oldest for 12 minutes\n");
    }

    [Fact]
    public async Task A_beat_of_a_clock_that_was_wrong_is_no_sign_of_life()
    {
        app.Replace = RunsJobs;
        await app.In<PortalDb>(db => db.BeatAsync("PruneHistoryJob", app.Clock.Now.AddYears(7), CancellationToken.None));
        await Answers(HttpStatusCode.ServiceUnavailable, "not ready\ndatabase: answers\njobs: none has run yet\nmail: none waiting\n");
        await app.In<PortalDb>(db => db.BeatAsync("SendOutboxJob", app.Clock.Now.AddMinutes(10), CancellationToken.None));
        await Answers(
            HttpStatusCode.ServiceUnavailable, "not ready\ndatabase: answers\njobs: silent, last ran 10 minutes ago\nmail: none waiting\n");
    }

    [Fact]
    public async Task A_node_that_only_serves_pages_is_ready_without_jobs() =>
        await Answers(HttpStatusCode.OK, "ready\ndatabase: answers\njobs: none has run yet\nmail: none waiting\n");

    [Fact]
    public async Task Without_its_database_it_is_alive_and_not_ready()
    {
        await app.In<PortalDb>(db => db.Database.ExecuteSqlRawAsync("""ALTER TABLE "JobHeartbeats" RENAME TO "Gone" """));
        await Answers(HttpStatusCode.ServiceUnavailable, "not ready\ndatabase: does not answer\n");
        var alive = await app.Visitor().Fetch("/health/live");
        Assert.Equal((HttpStatusCode.OK, "alive"), (alive.Status, alive.Text));
    }

    private async Task Answers(HttpStatusCode status, string said)
    {
        var answer = await app.Visitor().Fetch("/health/ready");
        Assert.Equal((status, said), (answer.Status, answer.Text));
    }

    /// <summary>As a node that runs jobs, whose engine this test keeps still.</summary>
    private static void RunsJobs(IServiceCollection services)
    {
        foreach (var engine in services.Where(s => s.ServiceType == typeof(IHostedService)
            && s.ImplementationFactory?.Method.DeclaringType?.Assembly == typeof(JobEngine).Assembly)
            .ToList())
            services.Remove(engine);
        services.AddSingleton(new JobOptions { Enabled = true });
    }

    private OutboxMail Waiting()
    {
        using var db = app.Database.Open();
        return new()
        {
            PartnershipId = db.Partnerships.Single().Id, Kind = "Test", Key = "waiting", ToAddress = "lead@brambleford.example",
            ToName = "Lead",
            Subject = "Hello", Html = "<p>Hello</p>", Text = "Hello", QueuedAt = app.Clock.Now.AddMinutes(-7),
            NextAttemptAt = app.Clock.Now,
        };
    }
}
