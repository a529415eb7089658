using System.Collections.Concurrent;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace Portal.Mail.Outgoing;

/// <summary>The connections of one run: opened when they are wanted, used one message at a time, and ended with QUIT.</summary>
public sealed class Connections(MailOptions options, AccessTokens tokens, ServerTrust trust) : IAsyncDisposable
{
    private static readonly TimeSpan Goodbye = TimeSpan.FromSeconds(5);

    private static readonly FormatOptions International = new() { International = true };

    private readonly ConcurrentBag<SmtpClient> idle = [];

    internal async Task SendAsync(MimeMessage message, CancellationToken cancel)
    {
        while (idle.TryTake(out var kept))
        {
            try
            {
                await HandOverAsync(kept, message, cancel);
                return;
            }
            catch (SmtpCommandException enough) when (Refusals.IsClosing(enough))
            {
                // A server may take only so many messages over one connection; it says so, and may well take another.
            }
        }
        await HandOverAsync(await OpenAsync(cancel), message, cancel);
    }

    public async ValueTask DisposeAsync() => await Task.WhenAll(idle.Select(EndAsync));

    /// <summary>A message that was refused leaves the connection as it was; after anything else it is given up.</summary>
    private async Task HandOverAsync(SmtpClient client, MimeMessage message, CancellationToken cancel)
    {
        var isUsable = false;
        try
        {
            await client.SendAsync(FormFor(message, client), message, cancel);
            isUsable = true;
        }
        catch (SmtpCommandException refused)
        {
            isUsable = client.IsConnected && !Refusals.IsClosing(refused);
            throw;
        }
        finally
        {
            if (isUsable) idle.Add(client);
            else client.Dispose();
        }
    }

    private async Task<SmtpClient> OpenAsync(CancellationToken cancel)
    {
        if (options.ClientId is null) return await OpenAsync(null, cancel);
        var token = await tokens.CurrentAsync(cancel);
        try
        {
            return await OpenAsync(token, cancel);
        }
        catch (NoConnection no) when (no.InnerException is AuthenticationException)
        {
            // It may have been withdrawn before its time.
            tokens.Forget(token);
            return await OpenAsync(await tokens.CurrentAsync(cancel), cancel);
        }
    }

    private async Task<SmtpClient> OpenAsync(string? token, CancellationToken cancel)
    {
        string? distrust = null;
        var client = new SmtpClient
        {
            LocalDomain = options.Domain, Timeout = (int)options.Timeout.TotalMilliseconds,
            CheckCertificateRevocation = options.CheckRevocation,
            ServerCertificateValidationCallback = (_, certificate, chain, errors) =>
                (distrust = trust.Problem(certificate, chain, errors)) is null,
        };
        try
        {
            await client.ConnectAsync(options.Host!, options.ServerPort, Line(options.Security), cancel);
            if (token is not null) await client.AuthenticateAsync(new SaslMechanismOAuth2(options.UserName!, token), cancel);
            else if (options.UserName is not null) await client.AuthenticateAsync(options.UserName, options.Password!, cancel);
            return client;
        }
        catch (Exception problem)
        {
            client.Dispose();
            if (Refusals.OfConnection(problem, options, distrust) is { } words) throw new NoConnection(words, problem);
            throw;
        }
    }

    /// <summary>Never a way that would go on in clear when the server asks it to.</summary>
    private static SecureSocketOptions Line(MailSecurity security) => security switch
    {
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
    };

    /// <summary>A name before the @ that is not ASCII goes only to a server that takes such. A domain has a form in ASCII.</summary>
    private static FormatOptions FormFor(MimeMessage message, SmtpClient client)
    {
        if (message.To.Mailboxes.All(m => m.LocalPart.All(char.IsAscii))) return FormatOptions.Default;
        if (client.Capabilities.HasFlag(SmtpCapabilities.UTF8)) return International;
        throw new NotSupportedException("The mail server does not offer SMTPUTF8");
    }

    private static async Task EndAsync(SmtpClient client)
    {
        using (client)
        using (var patience = new CancellationTokenSource(Goodbye))
        {
            try
            {
                await client.DisconnectAsync(quit: true, patience.Token);
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SmtpProtocolException)
            {
                // Every message has had its answer.
            }
        }
    }
}
