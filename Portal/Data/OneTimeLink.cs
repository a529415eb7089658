using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;

namespace Portal.Data;

public enum LinkPurpose { Invitation, PasswordReset }

/// <summary>
/// A link sent to one address, which lets whoever opens it do one thing, once, until it expires. Only the hash of its code
/// is kept: reading the database opens no account.
/// </summary>
[KeepsOwnHistory]
public sealed class OneTimeLink
{
    /// <summary>Long enough for a holiday.</summary>
    public static readonly TimeSpan InvitationLasts = TimeSpan.FromDays(7);
    public static readonly TimeSpan PasswordResetLasts = TimeSpan.FromHours(1);

    public Id<OneTimeLink> Id { get; init; } = Id<OneTimeLink>.New();
    public required Id<User> UserId { get; init; }
    public required LinkPurpose Purpose { get; init; }

    /// <summary>SHA-256 of the code, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }
    public required DateTime SentAt { get; init; }
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was used, or when a newer one took its place; null while it can be used.</summary>
    public DateTime? ClosedAt { get; private set; }

    /// <summary>A new link, and the code that is in it and nowhere else.</summary>
    public static (OneTimeLink Link, string Code) New(Id<User> userId, LinkPurpose purpose, DateTime now)
    {
        var code = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        var lasts = purpose == LinkPurpose.Invitation ? InvitationLasts : PasswordResetLasts;
        return (new() { UserId = userId, Purpose = purpose, Hash = HashOf(code), SentAt = now, ExpiresAt = now + lasts }, code);
    }

    public static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    public bool IsOpenAt(DateTime now) => ClosedAt is null && now < ExpiresAt;

    public void Close(DateTime now) => ClosedAt ??= now;
}

public static class ClosingLinks
{
    /// <summary>Links of a person that can still be used for a purpose end with the save of the caller.</summary>
    public static async Task CloseLinksAsync(
        this PortalDb db, Id<User> userId, LinkPurpose purpose, DateTime now, CancellationToken cancel)
    {
        foreach (var link in await db.OneTimeLinks.Where(l => l.UserId == userId && l.Purpose == purpose && l.ClosedAt == null)
            .ToListAsync(cancel))
            link.Close(now);
    }
}
