namespace Portal.Domain;

/// <summary>A person to whom an edition was issued, as they were on that day.</summary>
[KeepsOwnHistory]
public sealed class EditionRecipient : IBelongToPartnership
{
    public Id<EditionRecipient> Id { get; init; } = Id<EditionRecipient>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Edition> EditionId { get; init; }
    public required Id<User> UserId { get; init; }
    public required string Name { get; init; }
    public required string Office { get; init; }

    /// <summary>The key of the message in the outbox.</summary>
    public required string MailKey { get; init; }
    public DateTime? ReadAt { get; private set; }
    public DateTime? AcknowledgedAt { get; private set; }

    /// <summary>The first opening counts; later ones change nothing.</summary>
    public void Read(DateTime now) => ReadAt ??= now;

    public void Acknowledge(DateTime now)
    {
        if (AcknowledgedAt is not null) throw new Refused("You have already acknowledged this report");
        ReadAt ??= now;
        AcknowledgedAt = now;
    }
}
