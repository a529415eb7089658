using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Portal.Components.Mail;
using Portal.Data.Outbox;

namespace Portal.Mail;

/// <summary>
/// Renders a message's component inside <see cref="MailLayout"/>, and derives the plain text from that same HTML, so the two
/// cannot disagree. Links that begin with a slash get the portal's address. The only file that names the renderer.
/// </summary>
public sealed class MailRenderer(IServiceProvider services, ILoggerFactory loggers, PortalAddress portal) : IRenderMail
{
    public async Task<OutboxMail> RenderAsync(
        IMail mail, Id<Partnership> partnershipId, ReplyTo? reply, DateTime now, CancellationToken cancel)
    {
        var html = await HtmlAsync(mail, reply);
        return new OutboxMail
        {
            PartnershipId = partnershipId, Kind = mail.GetType().Name, Key = mail.Key, ToAddress = mail.ToAddress, ToName = mail.ToName,
            Subject = mail.Subject, ReplyTo = reply?.Address, Html = html, Text = PlainText.Of(html), Calendar = mail.Calendar,
            IsPrivate = mail.IsPrivate,
            QueuedAt = now, NextAttemptAt = now,
        };
    }

    private async Task<string> HtmlAsync(IMail mail, ReplyTo? reply)
    {
        var home = portal.Of("/").TrimEnd('/');
        RenderFragment body = builder =>
        {
            builder.OpenComponent(0, mail.Body);
            builder.AddMultipleAttributes(
                1, mail.Parameters.Where(p => p.Value is not null).Select(p => KeyValuePair.Create(p.Key, p.Value!)));
            builder.CloseComponent();
        };
        var parameters = new Dictionary<string, object?>
        {
            ["Subject"] = mail.Subject, ["Home"] = home, ["Reply"] = reply?.Words, ["ChildContent"] = body,
        };
        await using var renderer = new HtmlRenderer(services, loggers);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<MailLayout>(ParameterView.FromDictionary(parameters))).ToHtmlString());
        return html.Replace("href=\"/", $"href=\"{home}/", StringComparison.Ordinal);
    }
}
