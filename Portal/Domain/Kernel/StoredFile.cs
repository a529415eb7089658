namespace Portal.Domain;

/// <summary>An uploaded file: its name and kind, and the hash by which its bytes are kept once however often they are sent.</summary>
public sealed class StoredFile : IBelongToPartnership
{
    public Id<StoredFile> Id { get; init; } = Id<StoredFile>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>The agency whose people sent it, out of whose room it is; null when they act for none.</summary>
    public Id<Agency>? AgencyId { get; init; }
    public required string Name { get; init; }
    public required string ContentType { get; init; }

    /// <summary>Bytes.</summary>
    public required long Length { get; init; }

    /// <summary>SHA-256 of the bytes, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }
    public required DateTime StoredAt { get; init; }
    public required Id<User>? StoredBy { get; init; }
}
