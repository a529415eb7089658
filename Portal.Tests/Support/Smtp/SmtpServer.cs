using System.Diagnostics;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Portal.Tests.Support.Smtp;

/// <summary>
/// A real SMTP server on a loopback port, which accepts everything until a test asks it to misbehave.
/// Each request to misbehave replaces the one before it.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly Process node;
    private readonly FileInfo certificateFile = new(Path.GetTempFileName());
    private readonly X509Certificate2 certificate;
    private readonly bool tls;

    private SmtpServer(Process node, X509Certificate2 certificate, bool tls) =>
        (this.node, this.certificate, this.tls) = (node, certificate, tls);

    public string Host => "127.0.0.1";

    /// <summary>Chosen by the operating system, and kept while the server goes down and comes up.</summary>
    public int Port { get; private set; }

    /// <summary>The server's certificate, as a setting names it: a careful client refuses one signed by itself unless told.</summary>
    public string CertificateFile => certificateFile.FullName;

    /// <param name="certificate">What it shows; without one, a certificate that nobody but itself vouches for.</param>
    /// <param name="tls">Whether the connection is encrypted from the first byte, instead of after STARTTLS.</param>
    public static async Task<SmtpServer> StartAsync(X509Certificate2? certificate = null, bool tls = false)
    {
        var script = Repository.File("Portal.Tests", "Support", "Smtp", "smtp-server.mjs");
        var node = Process.Start(new ProcessStartInfo("node", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var server = new SmtpServer(node, certificate ?? MadeUpAuthority.SelfSigned(), tls);
        await File.WriteAllTextAsync(server.CertificateFile, server.certificate.ExportCertificatePem());
        await server.ComesUp();
        return server;
    }

    public Task Accepts() => Behaves(new());

    /// <summary>Answers 550 to these recipients, for good.</summary>
    public Task Refuses(params string[] recipients) => Replies([.. recipients.Select(r => (r, "550 5.1.1 No such mailbox here"))]);

    /// <summary>Answers each of these recipients with a reply of their own, and accepts all others.</summary>
    public Task Replies(params (string Recipient, string Reply)[] replies) =>
        Behaves(new() { Replies = replies.ToDictionary(r => r.Recipient, r => r.Reply) });

    /// <summary>Says this to everybody, at "connect", "sender" or "data".</summary>
    public Task Replies(string at, string reply) => Behaves(new() { At = at, Reply = reply });

    /// <summary>Says in its greeting that each reply has an enhanced status code, and gives the recipient one.</summary>
    public Task RefusesWithEnhancedCodes(string recipient) =>
        Behaves(new() { SaysEnhancedCodes = true, Replies = new() { [recipient] = "550 No such mailbox here" } });

    /// <summary>Answers 451 to the next recipients, as a greylisting server does, then accepts.</summary>
    public Task AsksToTryLater(int times) => Behaves(new() { TryLater = times });

    /// <summary>Breaks the connection while a message is being sent, and keeps nothing of it.</summary>
    /// <param name="after">How many messages it takes before.</param>
    public Task HangsUpDuringData(int times, int after = 0) => Behaves(new() { HangUpDuringData = times, After = after });

    /// <summary>Breaks the connection between two messages.</summary>
    public Task HangsUpBetweenMessages(int times, int after) => Behaves(new() { HangUpBetween = times, After = after });

    /// <summary>Keeps the message, but breaks the connection before saying so: the sender cannot know.</summary>
    public Task HangsUpBeforeReply(int times) => Behaves(new() { HangUpBeforeReply = times });

    /// <summary>Says 421 to whoever hands over more than so many messages on one connection.</summary>
    public Task TakesOnEachConnection(int messages) => Behaves(new() { MessagesEach = messages });

    /// <summary>Never says another word, from "connect" or "data" on.</summary>
    public Task FallsSilentAt(string at) => Behaves(new() { SilentAt = at });

    /// <summary>Takes mail only after these credentials, which it does not hear in clear.</summary>
    public Task RequiresSignIn(string user, string password) => Behaves(new() { User = user, Password = password });

    /// <summary>Takes mail only from this mailbox, and only with one of these tokens.</summary>
    public Task RequiresToken(string user, params string[] tokens) => Behaves(new() { User = user, Tokens = tokens });

    /// <summary>What it does about STARTTLS: "offered", "hidden", or "refused" although it was offered.</summary>
    public Task TreatsStartTlsAs(string how) => Behaves(new() { StartTls = how });

    /// <summary>Does not take addresses with letters beyond ASCII.</summary>
    public Task KnowsNoUtf8() => Behaves(new() { HidesUtf8 = true });

    /// <summary>Nothing listens on the port any more.</summary>
    public Task GoesDown() => Ask(new { command = "down" });

    public async Task ComesUp() => Port = (await Ask(new
    {
        command = "up", secure = tls, cert = certificate.ExportCertificatePem(),
        key = certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(),
    })).Port;

    /// <summary>Every message that arrived whole, oldest first, whether or not the server said so.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> Received() =>
        [.. (await Ask(new { command = "received" })).Messages!.Select(m => ReceivedMessage.Parse(Convert.FromBase64String(m.Raw)) with
        {
            EnvelopeFrom = m.From, EnvelopeTo = m.To, SignedInAs = m.User, Encrypted = m.Secure,
        })];

    /// <summary>How many times anyone connected, whether or not a message came of it.</summary>
    public async Task<int> Connections() => (await Ask(new { command = "received" })).Connections;

    /// <summary>How many times anyone said QUIT.</summary>
    public async Task<int> Goodbyes() => (await Ask(new { command = "received" })).Goodbyes;

    public Task Forgets() => Ask(new { command = "forget" });

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
        certificate.Dispose();
        certificateFile.Delete();
    }

    private Task Behaves(SmtpBehaviour behaviour) => Ask(behaviour);

    private async Task<Answer> Ask(object command)
    {
        await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command, command.GetType(), SmtpBehaviour.Json));
        await node.StandardInput.FlushAsync();
        var line = await node.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The SMTP server ended unexpectedly. Run npm ci if smtp-server is not installed.");
        var answer = JsonSerializer.Deserialize<Answer>(line, SmtpBehaviour.Json)!;
        return answer.Error is null ? answer : throw new InvalidOperationException($"The SMTP server said: {answer.Error}");
    }

    private sealed record Answer(int Port, int Connections, int Goodbyes, Message[]? Messages, string? Error);

    private sealed record Message(string From, string[] To, string? User, bool Secure, string Raw);
}
