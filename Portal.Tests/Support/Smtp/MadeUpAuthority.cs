using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Tests.Support.Smtp;

/// <summary>An authority of a test's own: it vouches for servers on loopback, and may take that back.</summary>
public sealed class MadeUpAuthority : IDisposable
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly CertificateRevocationListBuilder revoked = new();
    private readonly X509Certificate2 certificate;

    public MadeUpAuthority()
    {
        // What a machine remembers of an authority it remembers by its name.
        var name = $"CN=Authority {Convert.ToHexString(RandomNumberGenerator.GetBytes(8))}";
        var request = new CertificateRequest(name, key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        certificate = request.CreateSelfSigned(Now.AddDays(-2), Now.AddDays(2));
    }

    public string Pem => certificate.ExportCertificatePem();

    /// <summary>A certificate for a server that nobody vouches for but itself.</summary>
    /// <param name="name">What the server is called; without one, it is on loopback.</param>
    public static X509Certificate2 SelfSigned(string? name = null)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return For(own, name).CreateSelfSigned(Now.AddDays(-1), Now.AddDays(1));
    }

    /// <param name="listAddress">Where the list of what was taken back is.</param>
    public X509Certificate2 Vouch(string listAddress)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = For(own);
        request.CertificateExtensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([listAddress]));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(certificate, true, false));
        using var signed = request.Create(certificate, Now.AddDays(-1), Now.AddDays(1), RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(own);
    }

    public void TakeBack(X509Certificate2 given) => revoked.AddEntry(given);

    public byte[] List() => revoked.Build(certificate, 1, Now.AddDays(1), HashAlgorithmName.SHA256);

    public void Dispose()
    {
        certificate.Dispose();
        key.Dispose();
    }

    private static CertificateRequest For(ECDsa own, string? name = null)
    {
        var request = new CertificateRequest($"CN={name ?? "localhost"}", own, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName(name ?? "localhost");
        if (name is null) names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        return request;
    }
}
