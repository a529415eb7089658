using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

public sealed class KeepingTheLinePrivate : WithAMailServer
{
    [Fact]
    public async Task Encrypts_by_STARTTLS_without_signing_in()
    {
        await Server.TreatsStartTlsAs("offered");
        await WriteAsync();
        Assert.Equal("Messages: 1 sent", await SendWithAsync(Encrypted));
        Assert.True(Assert.Single(await Server.Received()).Encrypted);
    }

    [Theory, InlineData("hidden", "The mail server does not offer STARTTLS"), InlineData("refused", "TLS not available")]
    public async Task Says_nothing_to_a_server_that_does_not_encrypt(string startTls, string problem)
    {
        await Server.TreatsStartTlsAs(startTls);
        await ProblemAsync(problem, Encrypted);
    }

    [Fact]
    public async Task Says_nothing_to_a_server_that_nobody_vouches_for()
    {
        await Server.TreatsStartTlsAs("offered");
        await ProblemAsync("The mail server's certificate is not trusted: ", ("Mail:Security", "StartTls"));
    }

    [Fact]
    public async Task Says_nothing_to_a_server_that_speaks_in_clear_where_it_should_not() =>
        await ProblemAsync($"The mail server does not speak TLS on port {Server.Port}", ("Mail:Security", "Tls"));

    [Fact]
    public async Task Says_that_the_server_wants_somebody_to_sign_in()
    {
        await Server.RequiresSignIn("portal", "a long password");
        await ProblemAsync("The mail server wants us to sign in", Encrypted);
    }

    private async Task ProblemAsync(string problem, params (string, string)[] settings)
    {
        var id = await WriteAsync();
        Assert.Equal("Messages: 1 to be tried again", await SendWithAsync(settings));
        Assert.Contains(problem, (await MailAsync(id)).Problem);
        Assert.Empty(await Server.Received());
    }
}

public sealed class EncryptingFromTheFirstByte : WithAMailServer
{
    protected override Task<SmtpServer> StartServerAsync() => SmtpServer.StartAsync(tls: true);

    [Fact]
    public async Task Sends_and_signs_in()
    {
        await Server.RequiresSignIn("portal", "a long password");
        await WriteAsync();
        (string, string)[] settings =
            [.. Encrypted, ("Mail:Security", "Tls"), ("Mail:UserName", "portal"), ("Mail:Password", "a long password")];
        Assert.Equal("Messages: 1 sent", await SendWithAsync(settings));
        var mail = Assert.Single(await Server.Received());
        Assert.Equal(("portal", true), (mail.SignedInAs, mail.Encrypted));
    }
}

public sealed class MeetingAServerOfAnotherName : WithAMailServer
{
    protected override Task<SmtpServer> StartServerAsync() =>
        SmtpServer.StartAsync(MadeUpAuthority.SelfSigned("mail.another.example"), tls: true);

    [Fact]
    public async Task Sends_nothing()
    {
        var id = await WriteAsync();
        Assert.Equal("Messages: 1 to be tried again", await SendWithAsync([.. Encrypted, ("Mail:Security", "Tls")]));
        var problem = (await MailAsync(id)).Problem;
        Assert.Equal("The mail server's certificate is not trusted: it is made out to another name than 127.0.0.1", problem);
        Assert.Empty(await Server.Received());
    }
}
