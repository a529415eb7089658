using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Tests.Support;

/// <summary>Lets mail clients in this process trust one self-signed certificate, until disposed. All others stay refused.</summary>
public sealed class TrustedCertificate : IDisposable
{
    private static readonly ConcurrentDictionary<string, int> Trusted = new();
    private readonly string thumbprint;

    static TrustedCertificate()
    {
#pragma warning disable SYSLIB0014 // The only door that System.Net.Mail offers.
        ServicePointManager.ServerCertificateValidationCallback = (_, certificate, _, errors) =>
            errors == System.Net.Security.SslPolicyErrors.None || certificate is not null && Trusted.ContainsKey(certificate.GetCertHashString());
#pragma warning restore SYSLIB0014
    }

    private TrustedCertificate(string thumbprint) => this.thumbprint = thumbprint;

    public static TrustedCertificate Trust(X509Certificate2 certificate)
    {
        Trusted[certificate.Thumbprint] = 1;
        return new(certificate.Thumbprint);
    }

    public void Dispose() => Trusted.TryRemove(thumbprint, out _);
}
