using System.ComponentModel.DataAnnotations;

namespace Portal.Mail;

/// <summary>How the line to the mail server is kept private.</summary>
public enum MailSecurity
{
    /// <summary>It begins in clear, and nothing is said before STARTTLS has encrypted it: a server without it gets nothing.</summary>
    StartTls,

    /// <summary>It is encrypted from the first byte.</summary>
    Tls,

    /// <summary>In clear, for a server on the same machine or network. No password is ever sent over it.</summary>
    None,
}

/// <summary>How mail leaves the portal.</summary>
public sealed class MailOptions : ISettings, IValidatableObject
{
    public static string Section => "Mail";

    /// <summary>The SMTP server; without one, messages are written to <see cref="Folder"/> and leave for nowhere.</summary>
    public string? Host { get; init; }

    /// <summary>The server's port; without one, what is usual for <see cref="Security"/>.</summary>
    [Range(1, 65535)]
    public int? Port { get; init; }

    [EnumDataType(typeof(MailSecurity))]
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>A PEM file with the certificates of authorities that may vouch for the server besides those the machine trusts.</summary>
    public string? AuthorityFile { get; init; }

    /// <summary>Whether a certificate that its authority has revoked is refused. A list that cannot be reached stops no mail.</summary>
    public bool CheckRevocation { get; init; } = true;

    /// <summary>Who signs in: with <see cref="Password"/>, or with a token as the mailbox of this name.</summary>
    public string? UserName { get; init; }
    public string? Password { get; init; }

    /// <summary>Where tokens are given out (OAuth 2.0 client credentials), over HTTPS.</summary>
    public Uri? TokenAddress { get; init; }
    public string? ClientId { get; init; }
    public string? ClientSecret { get; init; }

    /// <summary>What a token is asked for; by default, sending through Microsoft 365.</summary>
    [Required]
    public string TokenScope { get; init; } = "https://outlook.office365.com/.default";

    /// <summary>The sender's address, which the server must let us use; its domain also names our messages.</summary>
    [Required, EmailAddress]
    public string From { get; init; } = "training-portal@example.org";

    [Required]
    public string FromName { get; init; } = "Training portal";

    /// <summary>The private key (RSA, PEM) that signs messages, for a server that does not sign by itself (DKIM).</summary>
    public string? DkimKeyFile { get; init; }

    /// <summary>Under which name the public key stands in the DNS of <see cref="SigningDomain"/>.</summary>
    public string? DkimSelector { get; init; }

    /// <summary>Whose key it is; without one, the domain of <see cref="From"/>.</summary>
    public string? DkimDomain { get; init; }

    /// <summary>How many connections there are at once. Microsoft 365 allows a mailbox three.</summary>
    [Range(1, 16)]
    public int Parallel { get; init; } = 3;

    /// <summary>
    /// How long the server may take to accept one message, in seconds; well below the lease of
    /// <see cref="Data.Outbox.OutboxMail.Lease"/>.
    /// </summary>
    [Range(1, 200)]
    public int TimeoutSeconds { get; init; } = 100;

    /// <summary>Where messages go when there is no server: a folder, one .eml file for each.</summary>
    [Required]
    public string Folder { get; init; } = "App_Data/mail";

    internal TimeSpan Timeout => TimeSpan.FromSeconds(TimeoutSeconds);

    internal int ServerPort => Port ?? Security switch { MailSecurity.StartTls => 587, MailSecurity.Tls => 465, MailSecurity.None => 25 };

    internal string Domain => From[(From.LastIndexOf('@') + 1)..];

    internal string SigningDomain => DkimDomain ?? Domain;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        MailRules.Broken(this).Select(sentence => new ValidationResult(sentence));
}
