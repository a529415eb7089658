using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Audit;
using Portal.Data.Jobs;
using Portal.Features.Admin.Jobs;
using Portal.Jobs;
using Portal.Tests.Support;

namespace Portal.Tests.Jobs;

/// <summary>The whole portal, with its history, on a machine whose clock jumps seven years ahead.</summary>
public sealed class SettingTheClock : IAsyncLifetime
{
    private PortalApp app = null!;

    public async ValueTask InitializeAsync() => app = await PortalApp.CreateAsync();

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task No_job_does_anything_and_the_right_time_is_all_it_takes_to_go_on()
    {
        var before = await EverythingAsync();
        app.Clock.Now = app.Clock.Now.AddYears(7);
        Assert.All(await RunAllAsync(), run => Assert.Equal(JobOutcome.Failed, run.Outcome));
        Assert.Equal(before, await EverythingAsync());
        var health = await app.Visitor().Fetch("/health/ready");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, health.Status);
        Assert.Contains("clock: The clock says 16 November 2033, 09:00, but the portal was", health.Text, StringComparison.Ordinal);

        app.Clock.Now = app.Clock.Now.AddYears(-7).AddDays(1);
        Assert.All(await RunAllAsync(), run => Assert.Equal((JobOutcome.Succeeded, run.Summary), (run.Outcome, run.Summary)));
        Assert.NotEqual(before, await EverythingAsync());
        Assert.DoesNotContain("clock:", (await app.Visitor().Fetch("/health/ready")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_runs_the_portal_is_told_and_may_confirm_it()
    {
        app.Clock.Now = app.Clock.Now.AddYears(7);
        (await (await app.SignedInAs(Role.Commissioner)).Open("/")).Shows("Check the clock of the portal", "so no job runs");
        var jobs = await (await (await app.SignedInAs(Role.SystemAdministrator)).Open("/")).Follow("Check the clock of the portal");
        jobs.Shows("The clock says 16 November 2033, 09:00", "If the clock is wrong, set it right");
        (await jobs.Press("Run now: Removes old message texts, sessions, job runs and audit entries")).Shows("so no job runs");

        var entries = await app.In((PortalDb db) => db.AuditEntries.OrderBy(e => e.At).Select(e => e.At).ToListAsync());
        (await jobs.Press("The clock is right")).Shows("Clock confirmed").DoesNotShow("so no job runs");
        Assert.StartsWith(
            "Confirmed that the clock is right. The clock says 16 November 2033", (await NewestAsync()).What, StringComparison.Ordinal);
        (await (await app.SignedInAs(Role.Commissioner)).Open("/")).DoesNotShow("Check the clock of the portal");

        // Even what was confirmed by mistake costs a month of the audit at most.
        Assert.Equal(JobOutcome.Succeeded, (await RunAsync("PruneHistoryJob")).Outcome);
        var oldest = await app.In((PortalDb db) => db.AuditEntries.MinAsync(e => e.At));
        Assert.InRange(oldest, entries[0].AddDays(31), entries.First(at => at >= entries[0].AddDays(31)));
    }

    [Fact]
    public async Task The_operator_confirms_it_for_every_partnership()
    {
        app.Clock.Now = app.Clock.Now.AddDays(-3);
        Task<ClockDoubt> AcceptAsync() => app.In((AcceptClock accept) => accept.RunAsync(null, default));
        await AcceptAsync();
        Assert.Null(await app.In((ClockState state) => state.RunAsync(default)));
        Assert.Equal("The clock is believed, so there is nothing to confirm", (await Assert.ThrowsAsync<Refused>(AcceptAsync)).Message);
        Assert.Equal(1, await app.In((PortalDb db) =>
            db.AuditEntries.CountAsync(e => e.What.StartsWith("Confirmed that the clock is right") && e.Role == Role.System)));
    }

    [Fact]
    public async Task Nobody_judges_by_a_wrong_clock_by_hand_either()
    {
        app.Clock.Now = app.Clock.Now.AddYears(7);
        var page = await (await (await app.SignedInAs(Role.Commissioner)).Open("/Standards/Evaluate")).Press("Evaluate now");
        page.Answers(HttpStatusCode.BadRequest).Shows("so no job runs");
    }

    private Task<JobRun> RunAsync(string job) =>
        app.Services.GetRequiredService<JobRunner>().RunAsync(Schedule.Jobs.Single(j => j.Name == job), "test", default);

    private async Task<IReadOnlyList<JobRun>> RunAllAsync()
    {
        var runs = new List<JobRun>();
        foreach (var job in Schedule.Jobs) runs.Add(await RunAsync(job.Name));
        return runs;
    }

    private Task<AuditEntry> NewestAsync() => app.In((PortalDb db) => db.AuditEntries.OrderByDescending(e => e.Id).FirstAsync());

    /// <summary>All that a job could write, remind of, or remove.</summary>
    private Task<string> EverythingAsync() => app.In(async (PortalDb db) => string.Join(", ",
        await db.AuditEntries.CountAsync(), await db.AuditChanges.CountAsync(),
        await db.Outbox.CountAsync(), await db.Outbox.SumAsync(m => m.Text.Length + m.Attempts),
        await db.Flags.CountAsync(), await db.Flags.CountAsync(f => f.ClosedOn == null),
        await db.StandardResults.CountAsync(), await db.StandardResults.MaxAsync(r => r.From),
        await db.Evaluations.CountAsync(), await db.Editions.CountAsync(), await db.Returns.CountAsync(),
        await db.JobRuns.CountAsync(),
        await db.JobHeartbeats.MaxAsync(h => (DateTime?)h.RanAt)));
}
