using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Portal.Benchmarks;

/// <summary>An SMTP server in a process of its own, on a loopback port and with STARTTLS. It takes every message and keeps none.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly Process process;

    private MailServer(Process process, string certificateFile) => (this.process, CertificateFile) = (process, certificateFile);

    public int Port { get; private set; }

    /// <summary>What vouches for the server.</summary>
    public string CertificateFile { get; }

    public static async Task<MailServer> StartAsync(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.Combine(Directory.CreateDirectory(folder).FullName, "mail-server.pem");
        await File.WriteAllTextAsync(file, certificate.ExportCertificatePem());

        var script = new ProcessStartInfo("node", [Path.Combine(Repository.Root, "Portal.Benchmarks", "smtp-server.mjs")])
        {
            RedirectStandardInput = true, RedirectStandardOutput = true,
        };
        var server = new MailServer(Process.Start(script)!, file);
        server.Port = (await server.AskAsync(new { cert = certificate.ExportCertificatePem(), key = key.ExportPkcs8PrivateKeyPem() })).Port;
        return server;
    }

    /// <summary>How many messages it has taken, and over how many connections.</summary>
    public async Task<(int Messages, int Connections)> TakenAsync() =>
        await AskAsync(new { }) is var answer ? (answer.Messages, answer.Connections) : default;

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private async Task<Answer> AskAsync(object line)
    {
        await process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(line));
        await process.StandardInput.FlushAsync();
        var answer = await process.StandardOutput.ReadLineAsync()
            ?? throw new InvalidOperationException("The SMTP server did not start: run npm ci");
        return JsonSerializer.Deserialize<Answer>(answer, Json)!;
    }

    private sealed record Answer(int Port, int Messages, int Connections);
}
