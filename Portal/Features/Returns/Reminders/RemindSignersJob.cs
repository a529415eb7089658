using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Returns.Handing;

namespace Portal.Features.Returns.Reminders;

/// <summary>
/// Reminds executive leads of returns that wait for their signature, on the days that <see cref="AgencyReturn.SignatureReminder"/>
/// names, and tells the training leads that they still wait. Who came into post on such a day or later has just been asked.
/// </summary>
public sealed class RemindSignersJob(PortalDb db, ReturnsToSign waiting, UkClock clock)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var told = 0;
        foreach (var partnership in await waiting.RunAsync(cancel))
            told += await db.TellOnceAsync(Viewer.System(partnership.Key), partnership.SelectMany(MailsFor),
                "Reminded agencies of returns that wait for a signature", cancel);
        return told == 0 ? null : $"Sent {Words.Count(told, "reminder")}";
    }

    private IEnumerable<ReturnMail> MailsFor(ReturnsToSign.Row row)
    {
        if (row.Return.SignatureReminder(UkClock.DayOf(row.SentAt), clock.Today) is not { } day) return [];
        var at = UkClock.StartOf(day);
        return
        [
            .. row.Signers.Where(p => p.Since < day).Select(to => new ToSignAgainMail(row.About, to, at)),
            .. row.Leads.Training.Where(p => p.Since < day).Select(
                to => row.Signers.Count > 0 ? (ReturnMail)new StillToSignMail(row.About, to, at) : new NobodySignsMail(row.About, to, at)),
        ];
    }
}
