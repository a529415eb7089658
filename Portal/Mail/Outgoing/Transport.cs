using MimeKit;
using Portal.Data.Outbox;

namespace Portal.Mail.Outgoing;

/// <summary>
/// Hands messages over to the SMTP server, or writes them to the folder when there is none, for one run of the sender. The id
/// names the Message-ID and the file, so a second try of the same message is recognised as one. Nothing outside this folder
/// names the library that does it.
/// </summary>
public sealed class Transport(MailOptions options, MimeWriter writer, Connections connections)
{
    /// <summary>How long a message in hand has to end well when the portal is stopped: one that is cut short may arrive twice.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(5);

    private static readonly FormatOptions LinesOfMail = new() { NewLineFormat = NewLineFormat.Dos };

    public async Task<Delivery> SendAsync(OutboxMail mail, CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(options.Timeout);
        await using var stopping = cancel.Register(() => patience.CancelAfter(Grace));
        try
        {
            using var message = writer.Write(mail);
            if (options.Host is null) await WriteAsync(mail, message, patience.Token);
            else await connections.SendAsync(message, patience.Token);
            return new(Answer.Accepted);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            return new(Answer.NotNow, "The portal was stopped before the mail server had answered");
        }
        catch (Exception problem) when (Refusals.Of(problem, options) is { } delivery)
        {
            return delivery;
        }
    }

    /// <summary>Written aside and then renamed: the file is whole or not there, and a second try replaces the first.</summary>
    private async Task WriteAsync(OutboxMail mail, MimeMessage message, CancellationToken cancel)
    {
        var folder = Directory.CreateDirectory(options.Folder).FullName;
        var aside = Path.Combine(folder, $".{mail.Id}");
        await using (var file = File.Create(aside)) await message.WriteToAsync(LinesOfMail, file, cancel);
        File.Move(aside, Path.Combine(folder, $"{mail.Id}.eml"), overwrite: true);
    }
}
