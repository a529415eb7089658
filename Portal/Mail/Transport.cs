using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Portal.Data.Outbox;

namespace Portal.Mail;

/// <summary>
/// Hands one message to the SMTP server, or writes it to the folder when there is none. The id names the Message-ID and the
/// file, so a second try of the same message is recognised as one. The only file that names the library that does it.
/// </summary>
public sealed class Transport(MailOptions options)
{
    public async Task<Delivery> SendAsync(OutboxMail mail, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(options.TimeoutSeconds));
        try
        {
            using var message = MessageOf(mail);
            if (options.Host is null) await WriteAsync(mail, message, patience.Token);
            else await SendAsync(message, patience.Token);
            return new(Answer.Accepted);
        }
        catch (FormatException)
        {
            return new(Answer.Never, "This is not an email address");
        }
        catch (SmtpException problem)
        {
            return new(IsFinal(problem) ? Answer.Never : Answer.NotNow, InWords(problem));
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return new(Answer.NotNow, $"The mail server did not answer within {options.TimeoutSeconds} seconds");
        }
        catch (Exception problem) when (problem is IOException or System.Security.Authentication.AuthenticationException or UnauthorizedAccessException)
        {
            return new(Answer.NotNow, problem.Message);
        }
    }

    private async Task SendAsync(MailMessage message, CancellationToken cancel)
    {
        using var client = new SmtpClient(options.Host, options.Port) { EnableSsl = options.StartTls };
        if (options.UserName is not null) client.Credentials = new NetworkCredential(options.UserName, options.Password);
        await client.SendMailAsync(message, cancel);
    }

    /// <summary>Written aside and then renamed: the file is whole or not there, and a second try replaces the first.</summary>
    private async Task WriteAsync(OutboxMail mail, MailMessage message, CancellationToken cancel)
    {
        var aside = new DirectoryInfo(Path.Combine(Path.GetFullPath(options.Folder), $".{mail.Id}"));
        // A sender that was killed may have left it.
        if (aside.Exists) aside.Delete(recursive: true);
        aside.Create();
        try
        {
            using var client = new SmtpClient { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = aside.FullName };
            await client.SendMailAsync(message, cancel);
            File.Move(aside.GetFiles().Single().FullName, Path.Combine(options.Folder, $"{mail.Id}.eml"), overwrite: true);
        }
        finally
        {
            aside.Delete(recursive: true);
        }
    }

    private MailMessage MessageOf(OutboxMail mail)
    {
        var message = new MailMessage(new MailAddress(options.From, OneLine(options.FromName), Encoding.UTF8), new MailAddress(mail.ToAddress, OneLine(mail.ToName), Encoding.UTF8))
        {
            Subject = OneLine(mail.Subject), SubjectEncoding = Encoding.UTF8,
            Body = Lines(mail.Text), BodyEncoding = Encoding.UTF8, BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        message.Headers.Add("Message-ID", $"<{mail.Id}@{new MailAddress(options.From).Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        var html = AlternateView.CreateAlternateViewFromString(Lines(mail.Html), Encoding.UTF8, MediaTypeNames.Text.Html);
        html.TransferEncoding = TransferEncoding.QuotedPrintable;
        message.AlternateViews.Add(html);
        return message;
    }

    /// <summary>Lines end as mail has them: some readers take a line feed alone for a character and show one long line.</summary>
    private static string Lines(string text) => text.ReplaceLineEndings("\r\n");

    /// <summary>A name or a subject must not be able to add headers.</summary>
    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);

    /// <summary>
    /// A reply of 500 and above is for good, save those about our own signing in: they are for us to mend, and no reason to
    /// give a message up.
    /// </summary>
    private static bool IsFinal(SmtpException problem) =>
        (int)problem.StatusCode >= 500 && (int)problem.StatusCode is not (530 or 534 or 535 or 538) && problem is not SmtpFailedRecipientsException;

    private static string InWords(SmtpException problem) => problem.InnerException is null ? problem.Message : $"{problem.Message} {problem.InnerException.Message}";
}
