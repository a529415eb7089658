using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Reports.Sending;

namespace Portal.Features.Reports;

/// <summary>
/// Issues an approved edition to its recipients as they are today. Recipients, messages and the change of state are one
/// transaction, and an edition is issued once: whoever comes second finds it done.
/// </summary>
public sealed class IssueEdition(PortalDb db, EditionAudience audience, UkClock clock)
{
    /// <summary>Whether this call issued it.</summary>
    public async Task<bool> RunAsync(Viewer viewer, Id<Edition> editionId, CancellationToken cancel)
    {
        try
        {
            await db.StepAsync(viewer, editionId, db.Editions.OfPartnership(viewer), seen: null, "report", async edition =>
            {
                if (edition.State == EditionState.Issued) throw new AlreadyIssued();
                edition.Issue(viewer, clock.Today, clock.Now);
                var replaced = await db.Editions.Where(e => e.MeetingId == edition.MeetingId && e.State == EditionState.Issued
                    && e.Revision < edition.Revision).ToListAsync(cancel);
                replaced.ForEach(e => e.Supersede(viewer, clock.Now));
                await SendAsync(viewer, edition, cancel);
                return $"Issued edition {edition.Number} of the noncompliance report";
            }, cancel);
            return true;
        }
        catch (AlreadyIssued)
        {
            return false;
        }
    }

    /// <summary>To everyone whose current role acknowledges editions, once each.</summary>
    private async Task SendAsync(Viewer viewer, Edition edition, CancellationToken cancel)
    {
        foreach (var person in await audience.RunAsync(viewer, cancel))
        {
            var mail = EditionIssuedMail.For(edition, person.Name, person.Email);
            db.EditionRecipients.Add(new EditionRecipient
            {
                PartnershipId = edition.PartnershipId, EditionId = edition.Id, UserId = person.Id, Name = person.Name,
                Office = person.Office, MailKey = mail.Key,
            });
            db.Enqueue(mail);
        }
    }

    private sealed class AlreadyIssued : Exception;
}
