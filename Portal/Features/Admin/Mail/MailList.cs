using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Admin.Mail;

/// <summary>Messages of the partnership, newest first, and how many stand where.</summary>
public sealed class MailList(PortalDb db)
{
    public sealed record Row(
        Id<OutboxMail> Id, string Kind, string ToName, string Subject, MailState State, DateTime QueuedAt, DateTime? SentAt, int Attempts,
        DateTime NextAttemptAt, string? Problem);
    public sealed record Found(Page<Row> Page, IReadOnlyDictionary<MailState, int> Counts);

    public async Task<Found> RunAsync(Viewer viewer, MailState? state, int page, CancellationToken cancel)
    {
        var mails = db.Outbox.AsNoTracking().OfPartnership(viewer);
        var counts = await mails.GroupBy(m => m.State).Select(g => new { g.Key, Count = g.Count() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancel);
        var rows = await mails.Where(m => state == null || m.State == state).OrderByDescending(m => m.QueuedAt).ThenByDescending(m => m.Id)
            .Select(m => new Row(m.Id, m.Kind, m.ToName, m.Subject, m.State, m.QueuedAt, m.SentAt, m.Attempts, m.NextAttemptAt, m.Problem))
            .ToPageAsync(page, cancel);
        return new(rows, counts);
    }
}
