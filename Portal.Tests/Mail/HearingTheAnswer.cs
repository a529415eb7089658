using Portal.Data.Outbox;
using Portal.Mail;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

/// <summary>What each answer of a mail server means: now, later, or never.</summary>
public sealed class HearingTheAnswer : WithAMailServer
{
    [Theory]
    [InlineData("550 5.1.1 No such mailbox", Answer.Never)]
    [InlineData("552 5.2.2 Mailbox full for good", Answer.Never)]
    [InlineData("553 5.1.3 That is no address", Answer.Never)]
    [InlineData("450 4.2.1 Mailbox busy", Answer.NotNow)]
    [InlineData("451 4.7.1 Greylisted", Answer.NotNow)]
    [InlineData("452 4.2.2 Mailbox full", Answer.NotNow)]
    [InlineData("421 4.3.2 Shutting down", Answer.NotNow)]
    public async Task About_a_recipient_is_for_that_recipient(string reply, Answer answer)
    {
        await Server.Replies(("asha@example.org", reply));
        await HearsAsync(answer, reply);
    }

    [Theory]
    [InlineData("data", "554 5.7.1 This looks like advertising", Answer.Never)]
    [InlineData("data", "451 4.3.0 Try again", Answer.NotNow)]
    [InlineData("data", "452 4.3.1 The disk is full", Answer.NotNow)]
    [InlineData("data", "554 5.2.252 SendAsDenied; portal@portal.example not allowed to send as other@portal.example", Answer.NotNow)]
    [InlineData("sender", "552 5.3.4 Too big", Answer.Never)]
    [InlineData("sender", "553 5.7.1 You may not send as portal@portal.example", Answer.NotNow)]
    [InlineData("sender", "550 5.7.60 Client does not have permissions to send as this sender", Answer.NotNow)]
    [InlineData("sender", "421 4.7.0 Too much from you today", Answer.NotNow)]
    [InlineData("connect", "421 4.3.2 Not now", Answer.NotNow)]
    [InlineData("connect", "554 5.7.1 Your address is blocked", Answer.NotNow)]
    public async Task Says_whether_to_try_again(string at, string reply, Answer answer)
    {
        await Server.Replies(at, reply);
        await HearsAsync(answer, reply);
    }

    [Fact]
    public async Task Keeps_the_enhanced_code_of_a_server_that_announces_them()
    {
        await Server.RefusesWithEnhancedCodes("asha@example.org");
        await HearsAsync(Answer.Never, "550 5.1.1 No such mailbox here");
    }

    [Fact]
    public async Task Is_never_for_an_address_with_letters_that_the_server_cannot_take()
    {
        await Server.KnowsNoUtf8();
        var id = await WriteAsync(address: "zoë@example.org");
        Assert.Equal("Messages: 1 could not be delivered", await SendAsync());
        Assert.Equal("The mail server cannot deliver to an address with such letters", (await MailAsync(id)).Problem);
    }

    [Fact]
    public async Task Reaches_an_address_with_such_letters_when_the_server_can()
    {
        await WriteAsync(address: "zoë@example.org");
        Assert.Equal("Messages: 1 sent", await SendAsync());
        Assert.Equal(["zoë@example.org"], Assert.Single(await Server.Received()).EnvelopeTo);
    }

    [Fact]
    public async Task Is_kept_as_far_as_there_is_room()
    {
        await Server.Replies(("asha@example.org", $"550 {new string('x', 300)}"));
        var id = await WriteAsync();
        await SendAsync();
        Assert.Equal(304, (await MailAsync(id)).Problem!.Length);

        var mail = await MailAsync(id);
        mail.Fail(new string('x', 5000), Database.Time.Now);
        Assert.Equal(OutboxMail.LongestProblem, mail.Problem!.Length);
    }

    private async Task HearsAsync(Answer answer, string words)
    {
        var id = await WriteAsync();
        Assert.Equal(answer == Answer.Never ? "Messages: 1 could not be delivered" : "Messages: 1 to be tried again", await SendAsync());
        var mail = await MailAsync(id);
        Assert.Equal((answer == Answer.Never ? MailState.Failed : MailState.Queued, words), (mail.State, mail.Problem));
        Assert.Empty(await Server.Received());
    }
}
