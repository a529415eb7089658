using Microsoft.EntityFrameworkCore;
using Portal.Data.Outbox;
using Portal.Tests.Support;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

public sealed class SendingMail : WithAMailServer
{
    [Fact]
    public async Task Arrives_whole()
    {
        var id = await WriteAsync(subject: "Réunion – £1,200");
        Assert.Equal("Messages: 1 sent", await SendAsync());

        var mail = Assert.Single(await Server.Received());
        Assert.Equal("Réunion – £1,200", mail.Subject);
        Assert.Equal($"<{id}@portal.example>", mail.MessageId);
        Assert.Contains("Asha Rahman", mail.To);
        Assert.Contains("£1,200 & more", mail.PlainText);
        Assert.Contains("<html lang=\"en\">", mail.Html);
        Assert.StartsWith("multipart/alternative", mail.Header("Content-Type"));
        Assert.NotEqual("", mail.Header("Date"));
        Assert.DoesNotMatch("(?<!=0D)=0A", mail.Raw.Replace("=\r\n", "")); // A line feed alone ends no line for some readers.
        Assert.Equal(["asha@example.org"], mail.EnvelopeTo);
        Assert.Equal((MailState.Sent, 1), await StateAsync(id));
        Assert.Null(await SendAsync());
    }

    [Fact]
    public async Task Is_shown_to_a_person_when_the_recipient_is_refused_and_can_be_sent_again()
    {
        await Server.Refuses("asha@example.org");
        var id = await WriteAsync();
        Assert.Equal("Messages: 1 could not be delivered", await SendAsync());
        Assert.Equal((MailState.Failed, 1), await StateAsync(id));
        Assert.Contains("No such mailbox", (await MailAsync(id)).Problem);

        await Server.Accepts();
        Assert.Null(await SendAsync());
        await using (var db = Database.Open())
        {
            (await db.Outbox.SingleAsync()).SendAgain(Database.Time.Now);
            await db.SaveOwnHistoryAsync(CancellationToken.None);
        }
        Assert.Equal("Messages: 1 sent", await SendAsync());
        Assert.Single(await Server.Received());
    }

    [Fact]
    public async Task Signs_in_over_an_encrypted_line_and_does_not_give_a_message_up_for_a_wrong_password()
    {
        await Server.RequiresSignIn("portal", "a long password");
        await using var wrong = AnotherNode([.. Encrypted, ("Mail:UserName", "portal"), ("Mail:Password", "wrong")]);
        await using var right = AnotherNode([.. Encrypted, ("Mail:UserName", "portal"), ("Mail:Password", "a long password")]);
        await WriteAsync();

        Assert.Equal("Messages: 1 to be tried again", await SendAsync(wrong));
        Database.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Messages: 1 sent", await SendAsync(right));
        var mail = Assert.Single(await Server.Received());
        Assert.Equal(("portal", true), (mail.SignedInAs, mail.Encrypted));
    }

    [Fact]
    public async Task Is_refused_by_us_when_the_address_is_none()
    {
        var id = await WriteAsync(address: "not an address");
        Assert.Equal("Messages: 1 could not be delivered", await SendAsync());
        Assert.Equal("This is not an email address", (await MailAsync(id)).Problem);
    }

    [Fact]
    public async Task Cannot_gain_headers_from_a_subject_or_a_name()
    {
        await WriteAsync(subject: "Papers\r\nBcc: everyone@example.org", name: "Asha\r\nBcc: everyone@example.org");
        await SendAsync();
        var mail = Assert.Single(await Server.Received());
        Assert.Equal(["asha@example.org"], mail.EnvelopeTo);
        Assert.Equal("", mail.Header("Bcc"));
    }

    [Fact]
    public async Task Happens_once_however_many_senders_there_are()
    {
        await using (var db = Database.Open())
        {
            for (var number = 0; number < 20; number++) db.Enqueue(new TestMail($"member{number}@example.org", $"edition/{number}"));
            await db.SaveAsync(Borough.Commissioner, "Issued", CancellationToken.None);
        }
        var nodes = Enumerable.Range(0, 8).Select(_ => AnotherNode()).ToList();
        await Task.WhenAll(nodes.Select(n => Task.Run(() => SendAsync(n))));
        foreach (var sender in nodes) await sender.DisposeAsync();

        var received = await Server.Received();
        Assert.Equal(20, received.Count);
        Assert.Equal(20, received.Select(m => m.MessageId).Distinct().Count());
    }
}
