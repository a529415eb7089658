using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Reports.Sending;

/// <summary>What became of an edition for each recipient: queued, sent or failed and why, read, acknowledged.</summary>
public sealed class DeliveryList(PortalDb db)
{
    public sealed record Row(
        string Name, string Office, MailState State, int Attempts, string? Problem, DateTime? SentAt, DateTime? ReadAt,
        DateTime? AcknowledgedAt, Id<OutboxMail> MailId);

    public async Task<IReadOnlyList<Row>> RunAsync(
        Viewer viewer, Id<Edition> editionId, CancellationToken cancel) => await db.EditionRecipients.AsNoTracking().OfPartnership(viewer)
        .Where(r => r.EditionId == editionId)
        .Join(db.Outbox, r => r.MailKey, m => m.Key, (r, m) => new { Recipient = r, Mail = m })
        .Where(d => d.Mail.PartnershipId == viewer.PartnershipId)
        .OrderBy(d => d.Recipient.Name).ThenBy(d => d.Recipient.Id)
        .Select(d => new Row(
            d.Recipient.Name, d.Recipient.Office, d.Mail.State, d.Mail.Attempts, d.Mail.Problem, d.Mail.SentAt, d.Recipient.ReadAt,
            d.Recipient.AcknowledgedAt, d.Mail.Id))
        .ToListAsync(cancel);
}
