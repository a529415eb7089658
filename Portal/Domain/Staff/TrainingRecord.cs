namespace Portal.Domain;

/// <summary>Where a training record came from. A claim is the person's own word and never counts until verified.</summary>
public enum RecordSource { Claim, Agency, Import }

public enum RecordState { Unverified, Verified, Rejected }

/// <summary>Training at a level, achieved on a day. It counts towards a standard only when verified by a second person.</summary>
public sealed class TrainingRecord : IBelongToPartnership, IVersioned
{
    public Id<TrainingRecord> Id { get; init; } = Id<TrainingRecord>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<StaffMember> StaffId { get; init; }
    public required int LevelNumber { get; init; }
    public required DateOnly AchievedOn { get; init; }

    /// <summary>The last day the certificate itself allows, when it names one; the earlier of this and the framework's date counts.</summary>
    public DateOnly? EndsOn { get; init; }
    public required string Course { get; init; }
    public string? Provider { get; init; }

    /// <summary>Certificate number or the like.</summary>
    public string? Reference { get; init; }
    public Id<StoredFile>? EvidenceId { get; init; }
    public required RecordSource Source { get; init; }
    public required Id<User>? RecordedBy { get; init; }
    public RecordState State { get; private set; }
    public Id<User>? DecidedBy { get; private set; }

    /// <summary>The day it was verified or not accepted.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Why it was not accepted.</summary>
    public string? Reason { get; private set; }
    public int Version { get; private set; }

    /// <summary>A second person has seen the evidence. Refused to the person who recorded it.</summary>
    public void Verify(Id<User>? verifier, DateOnly today)
    {
        RefuseIfDecided();
        if (verifier is not null && verifier == RecordedBy) throw new Refused("Someone else must verify a record that you entered");
        (State, DecidedBy, DecidedOn) = (RecordState.Verified, verifier, today);
    }

    public void Reject(Id<User>? verifier, string reason, DateOnly today)
    {
        RefuseIfDecided();
        (State, DecidedBy, DecidedOn, Reason) = (RecordState.Rejected, verifier, today, reason);
    }

    private void RefuseIfDecided()
    {
        if (State != RecordState.Unverified) throw new Refused($"This record is already {State.Words()}");
    }
}

public static class RecordWords
{
    public static string Words(this RecordState state) => state switch
    {
        RecordState.Unverified => "waiting to be verified",
        RecordState.Verified => "verified",
        RecordState.Rejected => "not accepted",
    };

    public static string Words(this RecordSource source) => source switch
    {
        RecordSource.Claim => "Entered by the person",
        RecordSource.Agency => "Entered by the agency",
        RecordSource.Import => "From the agency’s training system",
    };
}
