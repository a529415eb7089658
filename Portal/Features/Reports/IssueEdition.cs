using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports;

/// <summary>
/// Issues an approved edition to its recipients as they are today. Recipients, messages and the change of state are one
/// transaction, and an edition is issued once: whoever comes second finds it done.
/// </summary>
public sealed class IssueEdition(PortalDb db, UkClock clock)
{
    /// <summary>Whether this call issued it.</summary>
    public async Task<bool> RunAsync(Viewer viewer, Id<Edition> editionId, CancellationToken cancel)
    {
        var number = await db.Editions.OfPartnership(viewer).Where(e => e.Id == editionId).Select(e => e.Number).SingleAsync(cancel);
        try
        {
            await db.TransactAsync(viewer, $"Issued edition {number} of the noncompliance report", () => IssueAsync(viewer, editionId, cancel), cancel);
            return true;
        }
        catch (AlreadyIssued)
        {
            return false;
        }
    }

    private async Task IssueAsync(Viewer viewer, Id<Edition> editionId, CancellationToken cancel)
    {
        await db.HoldAsync(editionId, cancel);
        var edition = await db.Editions.SingleAsync(e => e.Id == editionId, cancel);
        if (edition.State == EditionState.Issued) throw new AlreadyIssued();
        edition.Issue(clock.Today, clock.Now);
        var replaced = await db.Editions.Where(e => e.MeetingId == edition.MeetingId && e.State == EditionState.Issued && e.Revision < edition.Revision).ToListAsync(cancel);
        replaced.ForEach(e => e.Supersede());
        foreach (var (userId, name, address, office) in await RecipientsAsync(viewer, cancel))
        {
            var mail = EditionIssuedMail.For(edition, name, address);
            db.EditionRecipients.Add(new EditionRecipient { PartnershipId = edition.PartnershipId, EditionId = edition.Id, UserId = userId, Name = name, Office = office, MailKey = mail.Key });
            db.Enqueue(mail);
        }
    }

    /// <summary>Everyone whose current role acknowledges editions, once each.</summary>
    private async Task<List<(Id<User> UserId, string Name, string Address, string Office)>> RecipientsAsync(Viewer viewer, CancellationToken cancel)
    {
        return [.. (await db.Memberships.OfPartnership(viewer).WhoAcknowledge(db, clock.Today)
            .Join(db.Users, m => m.UserId, u => u.Id, (m, u) => new { u.Id, u.Name, u.Email, m.Role }).ToListAsync(cancel))
            .Where(r => r.Email is not null).GroupBy(r => r.Id)
            .Select(g => (g.Key, g.First().Name, g.First().Email!, string.Join(", ", g.Select(r => r.Role.Words()).Distinct())))];
    }

    private sealed class AlreadyIssued : Exception;
}
