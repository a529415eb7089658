using Microsoft.EntityFrameworkCore;
using Portal.Data.Outbox;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

public sealed class SendingManyMessages : WithAMailServer
{
    [Fact]
    public async Task Takes_one_run_and_three_connections_that_end_with_a_goodbye()
    {
        await WriteAsync(messages: 500);
        Assert.Equal("Messages: 500 sent", await SendAsync());

        await EachArrivedAsync(500);
        var connections = await Server.Connections();
        Assert.InRange(connections, 1, 3);
        Assert.Equal(connections, await Server.Goodbyes());
    }

    [Fact]
    public async Task Opens_another_connection_when_the_server_has_had_enough_of_one()
    {
        await Server.TakesOnEachConnection(messages: 4);
        await WriteAsync(messages: 20);
        Assert.Equal("Messages: 20 sent", await SendAsync());

        await EachArrivedAsync(20);
        Assert.All(await AllAsync(), m => Assert.Equal(1, m.Attempts));
    }

    [Fact]
    public async Task Keeps_a_connection_over_which_a_recipient_was_refused()
    {
        await Server.Replies(("member1@example.org", "550 5.1.1 No such mailbox"), ("member3@example.org", "451 4.7.1 Later"));
        await WriteAsync(messages: 12);
        Assert.Equal("Messages: 10 sent, 1 to be tried again, 1 could not be delivered", await SendWithAsync(("Mail:Parallel", "1")));

        Assert.Equal(1, await Server.Connections());
        Assert.All(await AllAsync(), m => Assert.Equal(1, m.Attempts));
    }

    [Theory, InlineData(true), InlineData(false)]
    public async Task Brings_each_message_once_when_a_connection_is_cut_on_the_way(bool duringData)
    {
        await (duringData ? Server.HangsUpDuringData(times: 2, after: 7) : Server.HangsUpBetweenMessages(times: 2, after: 7));
        await WriteAsync(messages: 30);
        Assert.Equal("Messages: 28 sent, 2 to be tried again", await SendAsync());
        Database.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("Messages: 2 sent", await SendAsync());

        await EachArrivedAsync(30);
    }

    [Fact]
    public async Task Stops_between_two_messages_and_leaves_none_in_hand()
    {
        await WriteAsync(messages: 300);
        using var stop = new CancellationTokenSource();
        var run = SendAsync(cancel: stop.Token);
        while ((await Server.Received()).Count < 5) await Task.Delay(5);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run);

        var mails = await AllAsync();
        Assert.Equal((await Server.Received()).Count, mails.Count(m => m.State == MailState.Sent));
        Assert.All(mails.Where(m => m.State == MailState.Queued), m => Assert.Equal(0, m.Attempts));
        Assert.Contains(mails, m => m.State == MailState.Queued);

        await SendAsync();
        await EachArrivedAsync(300);
    }

    [Fact]
    public async Task Does_not_wait_long_for_a_silent_server_when_it_is_stopped()
    {
        await Server.FallsSilentAt("data");
        var id = await WriteAsync();
        using var stop = new CancellationTokenSource();
        var run = SendAsync(cancel: stop.Token);
        while ((await MailAsync(id)).Attempts == 0) await Task.Delay(5);
        await stop.CancelAsync();
        await run.WaitAsync(TimeSpan.FromSeconds(30)).ContinueWith(_ => { }, TaskScheduler.Default);

        Assert.True(run.IsCompleted);
        Assert.Equal("The portal was stopped before the mail server had answered", (await MailAsync(id)).Problem);
    }

    private async Task EachArrivedAsync(int messages)
    {
        var ids = (await Server.Received()).Select(m => m.MessageId).ToList();
        Assert.Equal((await AllAsync()).Select(m => $"<{m.Id}@portal.example>").Order(), ids.Order());
        Assert.Equal(messages, ids.Count);
    }
}
