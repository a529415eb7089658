using System.Text.RegularExpressions;
using MimeKit;
using MimeKit.Cryptography;
using MimeKit.Text;
using Portal.Data.Outbox;

namespace Portal.Mail.Outgoing;

/// <summary>
/// Writes a message of the outbox as mail has it: text, HTML and what a calendar is asked to do side by side, and signed when there is a
/// key (DKIM).
/// </summary>
public sealed partial class MimeWriter(MailOptions options)
{
    private static readonly HeaderId[] Signed =
    [
        HeaderId.From, HeaderId.ReplyTo, HeaderId.To, HeaderId.Subject, HeaderId.Date, HeaderId.MessageId, HeaderId.MimeVersion,
        HeaderId.ContentType, HeaderId.AutoSubmitted,
    ];

    private readonly DkimSigner? signer = options.DkimKeyFile is null ? null
        : new(options.DkimKeyFile, options.SigningDomain, options.DkimSelector!)
        {
            HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
            BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed,
        };

    public MimeMessage Write(OutboxMail mail)
    {
        var body = new MultipartAlternative { Part(TextFormat.Plain, mail.Text), Part(TextFormat.Html, mail.Html) };
        if (mail.Calendar is { } calendar) body.Add(Calendar(calendar));
        // A repeat is the same message, and one that a person sends again after weeks must not arrive beneath what is weeks old.
        var date = new DateTimeOffset(DateTime.SpecifyKind(mail.TryingSince ?? mail.QueuedAt, DateTimeKind.Utc));
        var message = new MimeMessage
        {
            Subject = OneLine(mail.Subject), MessageId = $"{mail.Id}@{options.Domain}", Date = date, Body = body,
        };
        message.From.Add(Address(options.FromName, options.From));
        message.To.Add(Address(mail.ToName, mail.ToAddress));
        if (mail.ReplyTo is { } reply) message.ReplyTo.Add(MailboxAddress.Parse(reply));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        if (signer is not null)
        {
            // What is signed must not be written differently afterwards, whatever the server can take.
            message.Prepare(EncodingConstraint.SevenBit);
            signer.Sign(message, Signed);
        }
        return message;
    }

    private static TextPart Part(TextFormat format, string text) =>
        new(format) { Text = text, ContentTransferEncoding = ContentEncoding.QuotedPrintable };

    /// <summary>The part names the method that the entry has (RFC 6047, 2.4), or calendars do nothing with it.</summary>
    private static TextPart Calendar(string entry)
    {
        var part = new TextPart("calendar") { Text = entry, ContentTransferEncoding = ContentEncoding.QuotedPrintable };
        part.ContentType.Parameters.Add("method", Method().Match(entry).Value);
        return part;
    }

    [GeneratedRegex("(?<=^METHOD:)[A-Z]+", RegexOptions.Multiline)] private static partial Regex Method();

    private static MailboxAddress Address(string name, string address)
    {
        var mailbox = MailboxAddress.Parse(address);
        mailbox.Name = OneLine(name);
        return mailbox;
    }

    /// <summary>A name or a subject must not be able to add headers.</summary>
    private static string OneLine(string text) => new([.. text.Select(c => char.IsControl(c) ? ' ' : c)]);
}
