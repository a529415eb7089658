using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Portal.Tests.Support;

/// <summary>
/// A real SMTP server on a loopback port, which accepts everything until a test asks it to misbehave.
/// Each request to misbehave replaces the one before it.
/// </summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly Process node;

    private SmtpServer(Process node) => this.node = node;

    public string Host => "127.0.0.1";

    /// <summary>Chosen by the operating system, and kept while the server goes down and comes up.</summary>
    public int Port { get; private set; }

    /// <summary>What the server shows after STARTTLS: signed by itself, so a careful client refuses it.</summary>
    public X509Certificate2 Certificate { get; } = NewCertificate();

    public static async Task<SmtpServer> StartAsync()
    {
        var script = Repository.File("Portal.Tests", "Support", "smtp-server.mjs");
        var node = Process.Start(new ProcessStartInfo("node", [script])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        var server = new SmtpServer(node);
        await server.ComesUp();
        return server;
    }

    public Task Accepts() => Behaves(new());

    /// <summary>Answers 550 to these recipients, for good.</summary>
    public Task Refuses(params string[] recipients) => Behaves(new() { Refused = recipients });

    /// <summary>Answers 451 to the next recipients, as a greylisting server does, then accepts.</summary>
    public Task AsksToTryLater(int times) => Behaves(new() { TryLater = times });

    /// <summary>Breaks the connection while the message is being sent, and keeps nothing of it.</summary>
    public Task HangsUpDuringData(int times) => Behaves(new() { HangUpDuringData = times });

    /// <summary>Keeps the message, but breaks the connection before saying so: the sender cannot know.</summary>
    public Task HangsUpBeforeReply(int times) => Behaves(new() { HangUpBeforeReply = times });

    /// <summary>Takes mail only after STARTTLS and these credentials.</summary>
    public Task RequiresSignIn(string user, string password) => Behaves(new() { User = user, Password = password });

    /// <summary>Nothing listens on the port any more.</summary>
    public Task GoesDown() => Ask(new { command = "down" });

    public async Task ComesUp() => Port = (await Ask(new
    {
        command = "up",
        cert = Certificate.ExportCertificatePem(),
        key = Certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem(),
    })).Port;

    /// <summary>Every message that arrived whole, oldest first, whether or not the server said so.</summary>
    public async Task<IReadOnlyList<ReceivedMessage>> Received() =>
        [.. (await Ask(new { command = "received" })).Messages!.Select(m => ReceivedMessage.Parse(
            Encoding.Latin1.GetString(Convert.FromBase64String(m.Raw))) with
        {
            EnvelopeFrom = m.From, EnvelopeTo = m.To, SignedInAs = m.User, Encrypted = m.Secure,
        })];

    /// <summary>How many times anyone connected, whether or not a message came of it.</summary>
    public async Task<int> Connections() => (await Ask(new { command = "received" })).Connections;

    public Task Forgets() => Ask(new { command = "forget" });

    public async ValueTask DisposeAsync()
    {
        node.StandardInput.Close();
        await node.WaitForExitAsync();
        node.Dispose();
        Certificate.Dispose();
    }

    private Task Behaves(Behaviour behaviour) => Ask(behaviour);

    private async Task<Answer> Ask(object command)
    {
        await node.StandardInput.WriteLineAsync(JsonSerializer.Serialize(command, command.GetType(), Json));
        await node.StandardInput.FlushAsync();
        var line = await node.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The SMTP server ended unexpectedly. Run npm ci if smtp-server is not installed.");
        var answer = JsonSerializer.Deserialize<Answer>(line, Json)!;
        return answer.Error is null ? answer : throw new InvalidOperationException($"The SMTP server said: {answer.Error}");
    }

    private static X509Certificate2 NewCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    private sealed record Behaviour
    {
        public string Command => "behave";
        public string[]? Refused { get; init; }
        public int? TryLater { get; init; }
        public int? HangUpDuringData { get; init; }
        public int? HangUpBeforeReply { get; init; }
        public string? User { get; init; }
        public string? Password { get; init; }
    }

    private sealed record Answer(int Port, int Connections, Message[]? Messages, string? Error);

    private sealed record Message(string From, string[] To, string? User, bool Secure, string Raw);
}
