using Portal.Data.Outbox;
using Portal.Tests.Support;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

public sealed class WaitingForTheMailServer : WithAMailServer
{
    [Fact]
    public async Task Is_patient_with_a_server_that_says_later()
    {
        await Server.AsksToTryLater(times: 2);
        var id = await WriteAsync();
        Assert.Equal("Messages: 1 to be tried again", await SendAsync());
        Assert.Null(await SendAsync());
        Database.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Messages: 1 to be tried again", await SendAsync());
        Database.Time.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal("Messages: 1 sent", await SendAsync());

        Assert.Equal((MailState.Sent, 3), await StateAsync(id));
        Assert.Single(await Server.Received());
    }

    [Fact]
    public async Task Is_tried_again_when_the_connection_breaks_in_the_middle()
    {
        await Server.HangsUpDuringData(times: 1);
        await WriteAsync();
        Assert.Equal("Messages: 1 to be tried again", await SendAsync());
        Database.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Messages: 1 sent", await SendAsync());

        Assert.Single(await Server.Received());
    }

    [Fact]
    public async Task Is_repeated_under_the_same_Message_ID_when_nobody_can_know_whether_it_arrived()
    {
        await Server.HangsUpBeforeReply(times: 1);
        await WriteAsync();
        await SendAsync();
        Database.Time.Advance(TimeSpan.FromMinutes(2));
        await SendAsync();

        var received = await Server.Received();
        Assert.Equal(2, received.Count);
        Assert.Single(received.Select(m => (m.MessageId, m.Header("Date"))).Distinct());
    }

    [Fact]
    public async Task Survives_a_server_that_is_down_for_a_day()
    {
        await Server.GoesDown();
        var id = await WriteAsync();
        for (var hour = 0; hour < 24; hour++)
        {
            await SendAsync();
            Database.Time.Advance(TimeSpan.FromHours(1));
        }
        Assert.InRange((await MailAsync(id)).Attempts, 8, 15);

        await Server.ComesUp();
        Database.Time.Advance(TimeSpan.FromHours(6));
        Assert.Equal("Messages: 1 sent", await SendAsync());
        Assert.Single(await Server.Received());
    }

    [Fact]
    public async Task Is_given_up_after_five_days()
    {
        await Server.GoesDown();
        var id = await WriteAsync();
        for (var quarter = 0; quarter < 24; quarter++)
        {
            await SendAsync();
            Database.Time.Advance(TimeSpan.FromHours(7.5));
        }
        var mail = await MailAsync(id);
        Assert.Equal(MailState.Failed, mail.State);
        Assert.StartsWith("Given up after 5 days", mail.Problem);
    }

    [Theory, InlineData("connect"), InlineData("data")]
    public async Task Is_tried_again_when_the_server_falls_silent(string at)
    {
        await Server.FallsSilentAt(at);
        var id = await WriteAsync();
        Assert.Equal("Messages: 1 to be tried again", await SendWithAsync(("Mail:TimeoutSeconds", "1")));
        Assert.Equal("The mail server did not answer within 1 seconds", (await MailAsync(id)).Problem);

        await Server.Accepts();
        Database.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Messages: 1 sent", await SendAsync());
        Assert.Single(await Server.Received());
    }

    [Fact]
    public async Task Leaves_the_messages_that_it_has_not_tried_as_they_are()
    {
        await Server.GoesDown();
        await WriteAsync(messages: 60);
        await SendAsync();
        Assert.InRange((await AllAsync()).Count(m => m.Attempts > 0), 1, 3);

        await Server.ComesUp();
        Database.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Messages: 60 sent", await SendAsync());
    }
}
