using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Admin;

/// <summary>
/// Removes what need not be kept: the text of a message that opens an account after a day, of others after 90 days (that it was sent stays
/// known), sessions after as long, which forms were used after a week, runs of jobs after a year, the audit after six years, as long as a
/// claim may be brought (Limitation Act 1980, section 5). At most a month of the audit goes in one run, so that no mistake can take more.
/// </summary>
public sealed class PruneHistoryJob(PortalDb db, UkClock clock)
{
    private const int MostDays = 31;

    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var (yesterday, quarter, year, claim) =
            (clock.Now.AddDays(-1), clock.Now.AddDays(-90), clock.Now.AddYears(-1), clock.Now.AddYears(-6));
        var bodies = await db.Outbox
            .Where(m => m.State != MailState.Queued && m.Text != "" && (m.QueuedAt < quarter || (m.IsPrivate && m.QueuedAt < yesterday)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(m => m.Html, "").SetProperty(m => m.Text, "").SetProperty(m => m.Calendar, (string?)null), cancel);
        var sessions = await db.UserSessions.Where(s => s.StartedAt < quarter).ExecuteDeleteAsync(cancel);
        var week = clock.Now.AddDays(-7);
        await db.UsedForms.Where(f => f.At < week).ExecuteDeleteAsync(cancel);
        var runs = await db.JobRuns.Where(r => r.StartedAt < year).ExecuteDeleteAsync(cancel);
        var oldest = await db.AuditEntries.MinAsync(e => (DateTime?)e.At, cancel) ?? claim;
        var end = oldest.AddDays(MostDays) < claim ? oldest.AddDays(MostDays) : claim;
        await db.AuditChanges.Where(c => db.AuditEntries.Any(e => e.Id == c.EntryId && e.At < end)).ExecuteDeleteAsync(cancel);
        await db.AuditEntries.Where(e => e.At < end && e.PartOf != null).ExecuteDeleteAsync(cancel);
        var entries = await db.AuditEntries.Where(e => e.At < end).ExecuteDeleteAsync(cancel);
        return bodies + sessions + runs + entries == 0 ? null
            : $"Removed the text of {Words.Count(bodies, "message")}, {Words.Count(sessions, "session")}, "
                + $"{Words.Count(runs, "run of a job", "runs of jobs")} and {Words.Count(entries, "entry", "entries")} of the audit";
    }
}
