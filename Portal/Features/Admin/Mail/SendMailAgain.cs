using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;
using Portal.Jobs;
using Portal.Mail;

namespace Portal.Features.Admin.Mail;

/// <summary>Tries a message that could not be delivered once more, with all its patience.</summary>
public sealed class SendMailAgain(PortalDb db, JobTrigger jobs, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<OutboxMail> mailId, CancellationToken cancel)
    {
        viewer.Require(Permission.ReadMail);
        var mail = await db.Outbox.OfPartnership(viewer).SingleAsync(m => m.Id == mailId, cancel);
        mail.SendAgain(clock.Now);
        await db.SaveAsync(viewer, "Asked for a message to be sent again", cancel);
        await jobs.TriggerAsync<SendOutboxJob>(cancel);
    }
}
