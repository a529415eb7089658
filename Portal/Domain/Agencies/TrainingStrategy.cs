namespace Portal.Domain;

/// <summary>An agency's plan for training its staff: filed, approved by someone else, and reviewed by a date.</summary>
public sealed class TrainingStrategy : IBelongToPartnership
{
    public Id<TrainingStrategy> Id { get; init; } = Id<TrainingStrategy>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Agency> AgencyId { get; init; }
    public required string Title { get; init; }
    public Id<StoredFile>? FileId { get; init; }
    public required DateOnly FiledOn { get; init; }
    public required Id<User>? FiledBy { get; init; }

    /// <summary>The last day on which it is in date.</summary>
    public required DateOnly ReviewOn { get; init; }
    public DateOnly? ApprovedOn { get; private set; }
    public Id<User>? ApprovedBy { get; private set; }

    public void Approve(Id<User>? approver, DateOnly today)
    {
        if (ApprovedOn is not null) throw new Refused("This strategy is already approved");
        if (approver is not null && approver == FiledBy) throw new Refused("Someone else must approve a strategy that you filed");
        if (ReviewOn < today) throw new Refused("The review date of this strategy has passed. File a new one");
        (ApprovedOn, ApprovedBy) = (today, approver);
    }
}

/// <summary>An agency's signature under a version of the partnership's training commitment.</summary>
public sealed class CommitmentSignature : IBelongToPartnership
{
    public Id<CommitmentSignature> Id { get; init; } = Id<CommitmentSignature>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>The version of the commitment text that was signed.</summary>
    public required int CommitmentNumber { get; init; }
    public required DateOnly SignedOn { get; init; }

    /// <summary>The office of the person who signed, for example "Chief executive".</summary>
    public required string SignatoryOffice { get; init; }

    /// <summary>What this agency undertakes to deliver, in its own words.</summary>
    public string? Undertaking { get; init; }
}
