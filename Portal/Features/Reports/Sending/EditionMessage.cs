using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Reports.Sending;

/// <summary>A message about an edition exactly as it will be sent: subject and text. Nothing is written.</summary>
public sealed class EditionMessage(PortalDb db, IRenderMail renderer, UkClock clock)
{
    public sealed record Row(string ToName, string Subject, string Text);

    /// <param name="sender">Who will send it, to whom replies may go: the portal itself, or a person.</param>
    public async Task<Row> RunAsync(Viewer sender, IMail mail, CancellationToken cancel)
    {
        var reply = await db.ReplyToAsync(sender, cancel);
        var written = await renderer.RenderAsync(mail, sender.PartnershipId, reply, clock.Now, cancel);
        return new(written.ToName, written.Subject, written.Text);
    }
}
