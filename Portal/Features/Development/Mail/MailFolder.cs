using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Mail;

namespace Portal.Features.Development.Mail;

/// <summary>The newest messages, whoever they are for, as they would have left: for following a link without a mail server.</summary>
public sealed class MailFolder(PortalDb db, MailOptions options, IHostEnvironment environment)
{
    public sealed record Message(Id<OutboxMail> Id, string To, string Subject, DateTime QueuedAt, MailState State, string Text);

    public async Task<IReadOnlyList<Message>> RunAsync(CancellationToken cancel)
    {
        if (!environment.IsDevelopment()) throw new InvalidOperationException("Everyone's mail is shown in Development only");
        return await db.Outbox.AsNoTracking().OrderByDescending(m => m.QueuedAt).ThenByDescending(m => m.Id).Take(Page<Message>.Size)
            .Select(m => new Message(m.Id, m.ToName, m.Subject, m.QueuedAt, m.State, m.Text)).ToListAsync(cancel);
    }

    /// <summary>Where the message is as a file; null until it has been written.</summary>
    public string? FileOf(Id<OutboxMail> mailId) =>
        Path.GetFullPath(Path.Combine(options.Folder, $"{mailId}.eml")) is var path && environment.IsDevelopment() && File.Exists(path)
            ? path
            : null;
}
