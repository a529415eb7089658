using Portal.Data.Outbox;

namespace Portal.Features.Reports.Sending;

/// <summary>A message about an edition exactly as it will be sent: subject and text. Nothing is written.</summary>
public sealed class EditionMessage(IRenderMail renderer, UkClock clock)
{
    public sealed record Row(string ToName, string Subject, string Text);

    public async Task<Row> RunAsync(Viewer viewer, IMail mail, CancellationToken cancel)
    {
        var written = await renderer.RenderAsync(mail, viewer.PartnershipId, clock.Now, cancel);
        return new(written.ToName, written.Subject, written.Text);
    }
}
