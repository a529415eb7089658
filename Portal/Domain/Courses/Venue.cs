namespace Portal.Domain;

/// <summary>
/// Where courses are given. The address of a place that must not be known, as of a refuge, is never stored: those who are booked are
/// told it by the provider.
/// </summary>
public sealed class Venue : IBelongToPartnership, IVersioned
{
    public Id<Venue> Id { get; init; } = Id<Venue>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required string Name { get; set; }

    /// <summary>How many people it holds; null for one without a limit.</summary>
    public int? Capacity { get; private set; }
    public bool IsOnline { get; private set; }
    public bool IsStepFree { get; private set; }
    public bool HasHearingLoop { get; private set; }

    /// <summary>What someone should know who comes: a pass, the entrance, parking.</summary>
    public string? AccessNotes { get; private set; }

    /// <summary>Null for one online, and for one whose address is confidential.</summary>
    public string? Address { get; private set; }
    public bool IsConfidential { get; private set; }
    public int Version { get; private set; }

    public sealed record Entry(
        string Name, int? Capacity, bool IsOnline, bool IsStepFree, bool HasHearingLoop, string? AccessNotes, string? Address,
        bool IsConfidential);

    public void Change(Entry entry)
    {
        if (entry.Capacity is < 1 or > 100_000) throw new Refused("Capacity must be between 1 and 100,000", nameof(Capacity));
        if (entry.IsConfidential && entry.Address is not null)
            throw new Refused(
                "A confidential address is not stored here. Leave it empty: those who are booked are told it", nameof(Address));
        (Name, Capacity, IsOnline, IsStepFree, HasHearingLoop) =
            (entry.Name, entry.Capacity, entry.IsOnline, entry.IsStepFree, entry.HasHearingLoop);
        (AccessNotes, Address, IsConfidential) =
            (entry.AccessNotes, entry.IsOnline ? null : entry.Address, !entry.IsOnline && entry.IsConfidential);
    }

    /// <summary>Where it is, as someone who comes there is told; a confidential address is not said.</summary>
    public string Words => IsConfidential ? $"{Name} (those who are booked are told the address)"
        : Address is null ? Name : $"{Name}, {Address}";
}
