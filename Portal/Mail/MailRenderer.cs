using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Portal.Data.Outbox;

namespace Portal.Mail;

/// <summary>Renders a message's component to HTML, and its plain text from the same tree. The only file that names the renderer.</summary>
public sealed class MailRenderer(IServiceProvider services, ILoggerFactory loggers) : IRenderMail
{
    public async Task<OutboxMail> RenderAsync(IMail mail, Id<Partnership> partnershipId, DateTime now, CancellationToken cancel)
    {
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync(mail.Body, ParameterView.FromDictionary(mail.Parameters.ToDictionary()))).ToHtmlString());
        return new OutboxMail
        {
            PartnershipId = partnershipId, Kind = mail.GetType().Name, Key = mail.Key, ToAddress = mail.ToAddress, ToName = mail.ToName,
            Subject = mail.Subject, Html = html, Text = html, QueuedAt = now, NextAttemptAt = now,
        };
    }
}
