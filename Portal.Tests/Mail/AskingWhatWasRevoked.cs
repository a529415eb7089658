using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Http;
using Portal.Tests.Support;
using Portal.Tests.Support.Smtp;

namespace Portal.Tests.Mail;

/// <summary>A server whose certificate comes from an authority that keeps a list of what it has taken back.</summary>
public sealed class AskingWhatWasRevoked : WithAMailServer
{
    private readonly MadeUpAuthority authority = new();
    private readonly string authorityFile = Path.GetTempFileName();
    private LoopbackSite list = null!;
    private X509Certificate2 certificate = null!;

    protected override async Task<SmtpServer> StartServerAsync()
    {
        list = await LoopbackSite.StartAsync(() => Results.Bytes(authority.List(), "application/pkix-crl"));
        certificate = authority.Vouch($"{list.Address}/list.crl");
        await File.WriteAllTextAsync(authorityFile, authority.Pem);
        return await SmtpServer.StartAsync(certificate, tls: true);
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await list.DisposeAsync();
        authority.Dispose();
        File.Delete(authorityFile);
    }

    [Fact]
    public async Task Sends_when_it_is_not_on_the_list() => Assert.Equal("Messages: 1 sent", await TryAsync());

    [Fact]
    public async Task Sends_when_the_list_cannot_be_reached()
    {
        authority.TakeBack(certificate);
        await list.DisposeAsync();
        Assert.Equal("Messages: 1 sent", await TryAsync());
    }

    [Fact]
    public async Task Waits_when_it_is_on_the_list_and_says_so()
    {
        authority.TakeBack(certificate);
        Assert.Equal("Messages: 1 to be tried again", await TryAsync());
        Assert.Matches("The mail server's certificate is not trusted: .*revoked", Assert.Single(await AllAsync()).Problem);
    }

    [Fact]
    public async Task Does_not_ask_when_it_is_not_to()
    {
        authority.TakeBack(certificate);
        Assert.Equal("Messages: 1 sent", await TryAsync(("Mail:CheckRevocation", "false")));
    }

    private async Task<string?> TryAsync(params (string, string)[] settings)
    {
        await WriteAsync();
        return await SendWithAsync([("Mail:Security", "Tls"), ("Mail:AuthorityFile", authorityFile), .. settings]);
    }
}
