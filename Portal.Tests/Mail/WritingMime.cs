using System.Security.Cryptography;
using System.Text;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Portal.Data.Outbox;
using Portal.Mail;
using Portal.Mail.Outgoing;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

public sealed class WritingMime : WithAMailServer
{
    private readonly string keyFile = Path.GetTempFileName();
    private readonly RSA key = RSA.Create(2048);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        key.Dispose();
        File.Delete(keyFile);
    }

    [Theory, InlineData(true, "asha@example.org"), InlineData(false, "asha@example.org"), InlineData(true, "zoë@example.org")]
    public async Task Signs_what_arrives(bool newerForm, string address)
    {
        await File.WriteAllTextAsync(keyFile, newerForm ? key.ExportPkcs8PrivateKeyPem() : key.ExportRSAPrivateKeyPem());
        await WriteAsync(address, subject: "Réunion – £1,200");
        Assert.Equal("Messages: 1 sent", await SendWithAsync(("Mail:DkimSelector", "autumn"), ("Mail:DkimKeyFile", keyFile)));

        var mail = Assert.Single(await Server.Received());
        Assert.True(IsSigned(mail.Bytes));
        Assert.Contains("d=portal.example; s=autumn;", mail.Header("DKIM-Signature"));
        Assert.False(IsSigned(Encoding.Latin1.GetBytes(mail.Raw.Replace("7 agencies", "8 agencies"))));
        Assert.False(IsSigned(Encoding.Latin1.GetBytes(mail.Raw.Replace("From: ", "From: A"))));
    }

    [Fact]
    public async Task Does_not_sign_without_a_key()
    {
        await WriteAsync();
        await SendAsync();
        var mail = Assert.Single(await Server.Received());
        Assert.Equal(("", "auto-generated"), (mail.Header("DKIM-Signature"), mail.Header("Auto-Submitted")));
    }

    [Theory, InlineData("REQUEST"), InlineData("CANCEL")]
    public void Asks_a_calendar_to_do_what_the_message_says(string method)
    {
        var invitation = $"BEGIN:VCALENDAR\r\nMETHOD:{method}\r\nEND:VCALENDAR\r\n";
        var mail = new OutboxMail
        {
            PartnershipId = Id<Partnership>.New(), Kind = "Test", Key = "test", ToAddress = "asha@example.org", ToName = "Asha",
            Subject = "Training", Html = "<p>Come</p>", Text = "Come", Calendar = invitation, QueuedAt = new(2026, 11, 16),
            NextAttemptAt = new(2026, 11, 16),
        };
        using var message = new MimeWriter(new MailOptions { From = "portal@portal.example" }).Write(mail);

        var parts = Assert.IsType<MultipartAlternative>(message.Body).Cast<TextPart>().ToList();
        Assert.Equal(["text/plain", "text/html", "text/calendar"], parts.Select(p => p.ContentType.MimeType));
        Assert.Equal((method, "utf-8"), (parts[2].ContentType.Parameters["method"], parts[2].ContentType.Charset));
        using var written = new MemoryStream();
        message.WriteTo(new FormatOptions { NewLineFormat = NewLineFormat.Dos }, written);
        Assert.Contains(invitation, Encoding.Latin1.GetString(written.ToArray()));
    }

    private bool IsSigned(byte[] bytes)
    {
        using var message = MimeMessage.Load(new MemoryStream(bytes));
        return new DkimVerifier(new PublishedKey(key)).Verify(message, message.Headers[message.Headers.IndexOf(HeaderId.DkimSignature)]);
    }

    /// <summary>What stands in the domain's DNS.</summary>
    private sealed class PublishedKey(RSA key) : DkimPublicKeyLocatorBase
    {
        public override AsymmetricKeyParameter LocatePublicKey(
            string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            GetPublicKey($"v=DKIM1; k=rsa; p={Convert.ToBase64String(key.ExportSubjectPublicKeyInfo())}");

        public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
            string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
            Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));
    }
}
