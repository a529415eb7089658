using Microsoft.AspNetCore.Http;
using Portal.Tests.Support;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

/// <summary>OAuth 2.0 client credentials and XOAUTH2, as Microsoft 365 has them.</summary>
public sealed class SigningInWithAToken : WithAMailServer
{
    private const string Mailbox = "portal@portal.example";

    private int given;

    [Fact]
    public async Task Asks_once_for_what_lasts_an_hour()
    {
        await using var site = await LoopbackSite.StartAsync(NextToken);
        await using var node = AnotherNode(Settings(site));
        await Server.RequiresToken(Mailbox, "token-1");
        for (var run = 0; run < 2; run++)
        {
            await WriteAgainAsync();
            Assert.Equal("Messages: 1 sent", await SendAsync(node));
        }

        Assert.All(await Server.Received(), m => Assert.Equal((Mailbox, true), (m.SignedInAs, m.Encrypted)));
        Assert.Equal(
            [
                ("client_id", "the-portal"), ("client_secret", "a secret"),
                ("grant_type", "client_credentials"), ("scope", "https://outlook.office365.com/.default"),
            ],
            Assert.Single(site.Posted).Select(f => (f.Key, $"{f.Value}")).Order());
    }

    [Fact]
    public async Task Asks_again_before_it_ends()
    {
        await using var site = await LoopbackSite.StartAsync(NextToken);
        await using var node = AnotherNode(Settings(site));
        await Server.RequiresToken(Mailbox, "token-1");
        await WriteAgainAsync();
        await SendAsync(node);

        Database.Time.Advance(TimeSpan.FromMinutes(56));
        await Server.RequiresToken(Mailbox, "token-1", "token-2");
        await WriteAgainAsync();
        Assert.Equal("Messages: 1 sent", await SendAsync(node));
        Assert.Equal(2, site.Posted.Count);
    }

    [Fact]
    public async Task Asks_once_more_when_the_mail_server_refuses_what_it_has()
    {
        await using var site = await LoopbackSite.StartAsync(NextToken);
        await using var node = AnotherNode(Settings(site));
        await Server.RequiresToken(Mailbox, "token-2");
        await WriteAgainAsync();
        Assert.Equal("Messages: 1 sent", await SendAsync(node));
        Assert.Equal(2, site.Posted.Count);
    }

    [Fact]
    public async Task Waits_when_no_token_is_good_enough()
    {
        await using var site = await LoopbackSite.StartAsync(NextToken);
        await Server.RequiresToken(Mailbox, "another");
        await ProblemAsync("The mail server did not let us sign in.", Settings(site));
        Assert.Equal(2, site.Posted.Count);
    }

    [Fact]
    public async Task Waits_when_the_secret_has_run_out_and_says_so()
    {
        await using var site = await LoopbackSite.StartAsync(() => Results.Json(
            new { error = "invalid_client", error_description = "AADSTS7000222: The secret has run out.\r\nTrace: 1" }, statusCode: 401));
        await ProblemAsync(
            "127.0.0.1 gave us no token to sign in to the mail server with. 401 invalid_client AADSTS7000222: The secret has run out.",
            Settings(site));
    }

    [Fact]
    public async Task Waits_when_what_answers_is_no_sign_in_service()
    {
        await using var site = await LoopbackSite.StartAsync(() => Results.Content("<h1>Not here</h1>", "text/html"));
        await ProblemAsync("127.0.0.1 gave us no token", Settings(site));
    }

    [Fact]
    public async Task Is_sent_nowhere_else_with_its_secret()
    {
        await using var other = await LoopbackSite.StartAsync(NextToken);
        await using var site = await LoopbackSite.StartAsync(() => Results.Redirect(other.Address, permanent: false, preserveMethod: true));
        await ProblemAsync("127.0.0.1 gave us no token", Settings(site));
        Assert.Empty(other.Posted);
    }

    [Fact]
    public async Task Waits_when_nobody_answers()
    {
        var site = await LoopbackSite.StartAsync(NextToken);
        var settings = Settings(site);
        await site.DisposeAsync();
        await ProblemAsync("127.0.0.1 gave us no token", settings);
    }

    private IResult NextToken() => Results.Json(new { token_type = "Bearer", expires_in = 3599, access_token = $"token-{++given}" });

    private (string, string)[] Settings(LoopbackSite site) =>
    [
        .. Encrypted, ("Mail:UserName", Mailbox),
        ("Mail:TokenAddress", site.Address), ("Mail:ClientId", "the-portal"), ("Mail:ClientSecret", "a secret"),
    ];

    private async Task ProblemAsync(string problem, (string, string)[] settings)
    {
        var id = await WriteAsync();
        Assert.Equal("Messages: 1 to be tried again", await SendWithAsync(settings));
        Assert.Contains(problem, (await MailAsync(id)).Problem);
        Assert.Empty(await Server.Received());
    }

    private async Task WriteAgainAsync()
    {
        await using var db = Database.Open();
        db.Enqueue(new TestMail("asha@example.org", $"run {Database.Time.Now.Ticks} {Server.Received().Result.Count}"));
        await db.SaveAsync(Borough.Commissioner, "Wrote", CancellationToken.None);
    }
}
