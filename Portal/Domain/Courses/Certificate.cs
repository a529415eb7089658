using System.Security.Cryptography;

namespace Portal.Domain;

/// <summary>
/// That someone attended: a page, a sheet of paper, and a code by which anyone can ask whether it is genuine. Never withheld for a
/// missing evaluation.
/// </summary>
public sealed class Certificate : IBelongToPartnership
{
    /// <summary>Digits and letters that nobody takes for one another.</summary>
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private const int Length = 16, Group = 4;

    public Id<Certificate> Id { get; init; } = Id<Certificate>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Booking> BookingId { get; init; }

    /// <summary>What is asked by, "7KQM-2XWP-…": chance alone, so that nobody comes upon another’s.</summary>
    public string Code { get; init; } = Grouped(RandomNumberGenerator.GetString(Alphabet, Length));
    public required DateOnly IssuedOn { get; init; }

    /// <summary>The day on which the attendance that it rests on was taken back; null while it is genuine.</summary>
    public DateOnly? RevokedOn { get; private set; }

    public void Revoke(DateOnly today) => RevokedOn ??= today;

    /// <summary>A code as people type it: small letters, with spaces or without dashes.</summary>
    public static string Normal(string? typed) => Grouped(string.Concat((typed ?? "").Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant());

    private static string Grouped(string code) => string.Join('-', code.Chunk(Group).Select(c => new string(c)));
}
