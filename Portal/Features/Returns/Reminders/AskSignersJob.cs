using Portal.Features.Returns.Handing;

namespace Portal.Features.Returns.Reminders;

/// <summary>Asks executive leads for a signature who have not been asked: they came into post after the return was sent.</summary>
public sealed class AskSignersJob(ReturnsToSign waiting, TellOnce tell)
{
    public async Task<string?> RunAsync(CancellationToken cancel)
    {
        var asked = 0;
        foreach (var partnership in await waiting.RunAsync(cancel))
            asked += await tell.RunAsync(Viewer.System(partnership.Key), partnership.SelectMany(r => r.Signers.Select(p => r.Mail(ReturnMail.About.ToSign, r.SentAt, p))), "Asked new executive leads to sign", cancel);
        return asked == 0 ? null : $"Asked {Words.Count(asked, "new executive lead")} to sign";
    }
}
