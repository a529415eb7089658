using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Admin.Mail;

/// <summary>One message and what became of it. Its text is withheld when it opens an account.</summary>
public sealed class MailView(PortalDb db)
{
    public sealed record Details(MailList.Row Mail, string ToAddress, bool IsPrivate, string? Text);

    /// <summary>Null when the partnership has no such message.</summary>
    public Task<Details?> RunAsync(
        Viewer viewer, Id<OutboxMail> mailId, CancellationToken cancel) => db.Outbox.AsNoTracking().OfPartnership(viewer)
        .Where(m => m.Id == mailId)
        .Select(m => new Details(
            new(m.Id, m.Kind, m.ToName, m.Subject, m.State, m.QueuedAt, m.SentAt, m.Attempts, m.NextAttemptAt, m.Problem),
            m.ToAddress, m.IsPrivate, m.IsPrivate || m.Text == "" ? null : m.Text))
        .SingleOrDefaultAsync(cancel);
}
