using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Jobs;
using Portal.Data.Outbox;

namespace Portal.Features.Home;

/// <summary>What keeps the portal running: jobs that failed, messages that were not delivered, people who cannot come in.</summary>
public sealed class AdministratorHome(PortalDb db, SettingUp settingUp, EditionTasks editions, UkClock clock)
{
    public sealed record View(IReadOnlyList<HomeTask> Tasks, int People, int WaitingMail, DateTime? LastJob, DateOnly Today);

    public async Task<View> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var (now, today) = (clock.Now, clock.Today);
        List<HomeTask> tasks =
            [.. await db.ClockTasksAsync(clock, cancel), .. await settingUp.RunAsync(viewer, cancel), .. await editions.RunAsync(viewer, cancel)];
        var dayAgo = now.AddDays(-1);
        var jobs = await db.JobRuns.CountAsync(r => r.Outcome == JobOutcome.Failed && r.StartedAt > dayAgo, cancel);
        if (jobs > 0) tasks.Add(new($"Look at {Words.Count(jobs, "job that", "jobs that")} failed since yesterday", "/Admin/Jobs"));
        var failed = await db.Outbox.OfPartnership(viewer).CountAsync(m => m.State == MailState.Failed, cancel);
        if (failed > 0) tasks.Add(new($"Look at {Words.Count(failed, "message")} that could not be delivered", "/Admin/Mail"));
        var members = db.Memberships.OfPartnership(viewer).NotOverOn(db, today);
        var expired = await db.Users.CountAsync(u => u.PasswordHash == null && members.Any(m => m.UserId == u.Id)
            && !db.OneTimeLinks.Any(l => l.UserId == u.Id && l.Purpose == LinkPurpose.Invitation && l.ClosedAt == null && l.ExpiresAt > now), cancel);
        if (expired > 0) tasks.Add(new($"Send {Words.Count(expired, "invitation")} again", "/Admin/People", null, "They ended before they were accepted"));
        return new(tasks, await members.Select(m => m.UserId).Distinct().CountAsync(cancel),
            await db.Outbox.OfPartnership(viewer).CountAsync(m => m.State == MailState.Queued, cancel),
            await db.JobRuns.MaxAsync(r => (DateTime?)r.StartedAt, cancel), clock.Today);
    }
}
