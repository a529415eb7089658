using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Mail.Outgoing;

/// <summary>
/// Whether a mail server is who it says: vouched for by an authority that the machine or <see cref="MailOptions.AuthorityFile"/>
/// trusts, and not revoked. When the list of what is revoked cannot be reached, as from behind many a firewall, the certificate
/// counts: whoever could keep us from the list could keep us from the server as well.
/// </summary>
public sealed class ServerTrust(MailOptions options)
{
    private const X509ChainStatusFlags NotKnown = X509ChainStatusFlags.RevocationStatusUnknown | X509ChainStatusFlags.OfflineRevocation;

    private readonly X509Certificate2Collection authorities = Read(options.AuthorityFile);

    /// <summary>What is wrong with the server's certificate, in words; nothing when it can be trusted.</summary>
    internal string? Problem(X509Certificate? shown, X509Chain? chain, SslPolicyErrors errors)
    {
        if (shown is not X509Certificate2 certificate || chain is null) return "it shows none";
        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch)) return $"it is made out to another name than {options.Host}";
        var problem = errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors) ? Problem(chain) : null;
        return problem is null || authorities.Count == 0 ? problem : ProblemWithOurAuthorities(certificate, chain);
    }

    private string? ProblemWithOurAuthorities(X509Certificate2 certificate, X509Chain sent)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(authorities);
        chain.ChainPolicy.ExtraStore.AddRange(sent.ChainPolicy.ExtraStore);
        foreach (var element in sent.ChainElements) chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        chain.ChainPolicy.RevocationMode = options.CheckRevocation ? X509RevocationMode.Online : X509RevocationMode.NoCheck;
        chain.Build(certificate);
        return Problem(chain);
    }

    private static string? Problem(X509Chain chain)
    {
        var problems = chain.ChainStatus.Where(s => (s.Status & ~NotKnown) != X509ChainStatusFlags.NoError)
            .Select(s => s.StatusInformation.Trim()).Distinct().ToList();
        return problems.Count == 0 ? null : string.Join(", ", problems);
    }

    private static X509Certificate2Collection Read(string? file)
    {
        var read = new X509Certificate2Collection();
        if (file is not null) read.ImportFromPemFile(file);
        return read;
    }
}
