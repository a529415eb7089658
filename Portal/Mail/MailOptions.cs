using System.ComponentModel.DataAnnotations;

namespace Portal.Mail;

/// <summary>How mail leaves the portal. Section "Mail" of the configuration, checked when the portal starts.</summary>
public sealed class MailOptions : IValidatableObject
{
    /// <summary>The SMTP server; without one, messages are written to <see cref="Folder"/> and leave for nowhere.</summary>
    public string? Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>Whether the server must offer STARTTLS. It is never tried without when this is so.</summary>
    public bool StartTls { get; init; } = true;
    public string? UserName { get; init; }
    public string? Password { get; init; }

    /// <summary>The sender's address, which the server must let us use; its domain also names our messages.</summary>
    [Required, EmailAddress]
    public string From { get; init; } = "training-portal@example.org";

    [Required]
    public string FromName { get; init; } = "Training portal";

    /// <summary>How many messages one run of the sender looks at.</summary>
    [Range(1, 500)]
    public int BatchSize { get; init; } = 50;

    /// <summary>How many messages are handed over at once.</summary>
    [Range(1, 16)]
    public int Parallel { get; init; } = 4;

    /// <summary>How long the server may take to accept one message, in seconds; well below the lease of <see cref="Data.Outbox.OutboxMail.Lease"/>.</summary>
    [Range(1, 200)]
    public int TimeoutSeconds { get; init; } = 100;

    /// <summary>Where messages go when there is no server: a folder, one .eml file for each.</summary>
    [Required]
    public string Folder { get; init; } = "App_Data/mail";

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (UserName is not null && Password is null) yield return new("Mail:Password is missing, and Mail:UserName is set", [nameof(Password)]);
        if (UserName is not null && !StartTls) yield return new("Mail:UserName needs Mail:StartTls, or the password would travel in clear", [nameof(StartTls)]);
        if (Host is not null && From.EndsWith("@example.org", StringComparison.OrdinalIgnoreCase)) yield return new("Mail:From must be an address of yours when Mail:Host is set", [nameof(From)]);
    }
}
