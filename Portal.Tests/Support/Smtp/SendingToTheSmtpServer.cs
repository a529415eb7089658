using System.Net;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Portal.Tests.Support.Smtp;

public sealed class SendingToTheSmtpServer : IAsyncLifetime
{
    private SmtpServer server = null!;

    public async ValueTask InitializeAsync() => server = await SmtpServer.StartAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Arrives_as_it_was_written()
    {
        await Send("Réunion of the board – £1,200", "First line\nSecond line, naïve");

        var message = Assert.Single(await server.Received());
        Assert.Equal("Réunion of the board – £1,200", message.Subject);
        Assert.Equal("First line\nSecond line, naïve", message.PlainText);
        Assert.Equal("<p>naïve</p>", message.Html);
        Assert.Equal("<42@portal.example>", message.MessageId);
        Assert.Equal("portal@example.org", message.EnvelopeFrom);
        Assert.Equal(["lead@example.org"], message.EnvelopeTo);
        Assert.False(message.Encrypted);
    }

    [Fact]
    public async Task Is_refused_for_good_when_the_recipient_is_unknown()
    {
        await server.Refuses("lead@example.org");

        var refused = await Assert.ThrowsAsync<SmtpCommandException>(() => Send("Hello"));
        Assert.Equal(SmtpStatusCode.MailboxUnavailable, refused.StatusCode);
        Assert.Empty(await server.Received());
    }

    [Fact]
    public async Task Is_put_off_as_often_as_asked_and_then_taken()
    {
        await server.AsksToTryLater(times: 2);

        for (var attempt = 0; attempt < 2; attempt++)
        {
            var putOff = await Assert.ThrowsAsync<SmtpCommandException>(() => Send("Hello"));
            Assert.Equal(451, (int)putOff.StatusCode);
        }
        await Send("Hello");
        Assert.Single(await server.Received());
        Assert.Equal(3, await server.Connections());
    }

    [Fact]
    public async Task Is_lost_when_the_connection_breaks_in_the_middle()
    {
        await server.HangsUpDuringData(times: 1);

        await Assert.ThrowsAsync<SmtpProtocolException>(() => Send("Hello"));
        Assert.Empty(await server.Received());
    }

    [Fact]
    public async Task Is_kept_when_the_connection_breaks_before_the_reply()
    {
        await server.HangsUpBeforeReply(times: 1);

        await Assert.ThrowsAsync<SmtpProtocolException>(() => Send("Hello"));
        Assert.Single(await server.Received());
    }

    [Fact]
    public async Task Waits_while_the_server_is_down_and_works_when_it_is_up_again()
    {
        var port = server.Port;
        await server.GoesDown();
        await Assert.ThrowsAnyAsync<Exception>(() => Send("Hello"));

        await server.ComesUp();
        await Send("Hello");
        Assert.Equal(port, server.Port);
        Assert.Single(await server.Received());
    }

    [Fact]
    public async Task Needs_the_right_password_over_an_encrypted_connection()
    {
        await server.RequiresSignIn("portal", "a long password");

        await Assert.ThrowsAnyAsync<Exception>(() => Send("Without signing in"));
        await Assert.ThrowsAsync<AuthenticationException>(() => Send("Wrong password", credentials: new("portal", "wrong")));
        await Send("Signed in", credentials: new("portal", "a long password"));

        var message = Assert.Single(await server.Received());
        Assert.Equal("Signed in", message.Subject);
        Assert.Equal("portal", message.SignedInAs);
        Assert.True(message.Encrypted);
    }

    [Fact]
    public async Task Forgets_when_asked()
    {
        await Send("Hello");
        await server.Forgets();
        Assert.Empty(await server.Received());
    }

    private async Task Send(string subject, string text = "Hello", NetworkCredential? credentials = null)
    {
        using var message = new MimeMessage
        {
            Subject = subject, MessageId = "42@portal.example",
            Body = new MultipartAlternative { new TextPart("plain") { Text = text }, new TextPart("html") { Text = "<p>naïve</p>" } },
        };
        message.From.Add(MailboxAddress.Parse("portal@example.org"));
        message.To.Add(MailboxAddress.Parse("lead@example.org"));
        using var client = new SmtpClient
        {
            CheckCertificateRevocation = false, ServerCertificateValidationCallback = (_, _, _, _) => true
        };
        await client.ConnectAsync(server.Host, server.Port, credentials is null ? SecureSocketOptions.None : SecureSocketOptions.StartTls);
        if (credentials is not null) await client.AuthenticateAsync(credentials);
        await client.SendAsync(message);
    }
}
