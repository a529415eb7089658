using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Portal.Mail;

/// <summary>Which settings of mail cannot work together: a sentence for each, for whoever starts the portal.</summary>
internal static class MailRules
{
    private const int SmallestKey = 1024; // RFC 8301, 3.2: a verifier takes a shorter one for no signature.

    public static IEnumerable<string> Broken(MailOptions mail)
    {
        if (mail.Host is not null && mail.From.EndsWith("@example.org", StringComparison.OrdinalIgnoreCase))
            yield return "Mail:From must be an address of yours when Mail:Host is set";
        foreach (var sentence in OfSigningIn(mail).Concat(OfSigning(mail))) yield return sentence;
        if (Problem(mail.AuthorityFile, ReadAuthorities) is { } unread)
            yield return $"Mail:AuthorityFile must be a PEM file with certificates: {unread}";
    }

    private static IEnumerable<string> OfSigningIn(MailOptions mail)
    {
        (string Name, bool IsSet)[] token =
        [
            ("Mail:TokenAddress", mail.TokenAddress is not null), ("Mail:ClientId", mail.ClientId is not null),
            ("Mail:ClientSecret", mail.ClientSecret is not null),
        ];
        var secret = mail.Password is not null ? "password" : token.Any(t => t.IsSet) ? "token" : null;
        if (secret is not null && mail.UserName is null) yield return $"Mail:UserName is missing: whose {secret} is it?";
        if (secret is null && mail.UserName is not null) yield return "Mail:Password is missing, and Mail:UserName is set";
        if (secret is not null && mail.Security == MailSecurity.None)
            yield return $"Mail:Security must be StartTls or Tls, or the {secret} would travel in clear";
        if (secret == "password" && token.Any(t => t.IsSet))
            yield return "Mail:Password and Mail:ClientSecret are two ways to sign in: set one";
        else if (token.Any(t => t.IsSet))
            foreach (var (name, _) in token.Where(t => !t.IsSet))
                yield return $"{name} is missing: a token needs all of Mail:TokenAddress, Mail:ClientId and Mail:ClientSecret";
        if (mail.TokenAddress is { } address && !IsPrivate(address))
            yield return "Mail:TokenAddress must begin with https://, or the secret would travel in clear";
    }

    private static IEnumerable<string> OfSigning(MailOptions mail)
    {
        if (mail.DkimKeyFile is null != mail.DkimSelector is null) yield return "Mail:DkimKeyFile and Mail:DkimSelector need each other";
        if (mail.DkimDomain is not null && mail.DkimKeyFile is null) yield return "Mail:DkimDomain is set, and Mail:DkimKeyFile is missing";
        if (Problem(mail.DkimKeyFile, ReadKey) is { } unread)
            yield return $"Mail:DkimKeyFile must be a PEM file with a private RSA key: {unread}";
    }

    private static bool IsPrivate(Uri address) =>
        address.IsAbsoluteUri && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback));

    private static void ReadAuthorities(string file)
    {
        var authorities = new X509Certificate2Collection();
        authorities.ImportFromPemFile(file);
        if (authorities.Count == 0) throw new CryptographicException("there is none in it");
    }

    private static void ReadKey(string file)
    {
        using var key = RSA.Create();
        key.ImportFromPem(File.ReadAllText(file));
        key.ExportParameters(includePrivateParameters: true);
        if (key.KeySize < SmallestKey) throw new CryptographicException($"it has {key.KeySize} bits, and must have {SmallestKey} at least");
    }

    /// <summary>Why a file cannot be used; nothing when it can, or is not asked for.</summary>
    private static string? Problem(string? file, Action<string> read)
    {
        try
        {
            if (file is not null) read(file);
            return null;
        }
        catch (Exception problem)
            when (problem is IOException or UnauthorizedAccessException or CryptographicException or ArgumentException)
        {
            return problem.Message;
        }
    }
}
