using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Reports.Sending;

/// <summary>Asks those who have not acknowledged an issued edition once more: once on a day, and each person once.</summary>
public sealed class RemindRecipients(PortalDb db, RecipientsToRemind recipients, UkClock clock)
{
    /// <summary>How many were written to.</summary>
    public async Task<int> RunAsync(Viewer viewer, Id<Edition> editionId, CancellationToken cancel)
    {
        viewer.Require(Permission.PrepareEditions);
        var told = 0;
        await db.StepAsync(viewer, editionId, db.Editions.OfPartnership(viewer).Include(e => e.Events), seen: null, "report",
            async edition =>
            {
                var people = await recipients.RunAsync(viewer, editionId, cancel);
                edition.Remind(viewer, people.Count, clock.Now);
                foreach (var person in people)
                    db.Enqueue(new EditionReminderMail(edition, person.Name, person.Email, clock.Today));
                told = people.Count;
                return $"Reminded {Words.Count(told, "person", "people")} to acknowledge edition {edition.Number}";
            }, cancel);
        return told;
    }
}
