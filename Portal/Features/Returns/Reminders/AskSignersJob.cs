using Portal.Data;
using Portal.Data.Outbox;
using Portal.Features.Returns.Handing;

namespace Portal.Features.Returns.Reminders;

/// <summary>Asks executive leads for a signature who have not been asked: they came into post after the return was sent.</summary>
public sealed class AskSignersJob(PortalDb db, ReturnsToSign waiting)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var asked = 0;
        foreach (var partnership in await waiting.RunAsync(cancel))
        {
            var mails = partnership.SelectMany(r => r.Signers.Select(to => new ReturnToSignMail(r.About, to, r.SentAt)));
            asked += await db.TellOnceAsync(Viewer.System(partnership.Key), mails, "Asked new executive leads to sign", cancel);
        }
        return asked == 0 ? null : $"Asked {Words.Count(asked, "new executive lead")} to sign";
    }
}
