namespace Portal.Domain;

/// <summary>Where a training record came from. A claim is the person's own word and never counts until verified.</summary>
public enum RecordSource { Claim, Agency, Import, Course }

/// <summary>
/// Only a verified record counts. One that a later record corrects, or whose attendance was taken back, stays to be read and counts no
/// longer.
/// </summary>
public enum RecordState { Unverified, Verified, Rejected, Replaced, TakenBack }

/// <summary>Training at a level, achieved on a day. It counts towards a standard only when verified by a second person.</summary>
public sealed class TrainingRecord : IBelongToPartnership, IVersioned
{
    /// <summary>No training that still counts was before.</summary>
    public static readonly DateOnly Earliest = new(1990, 1, 1);

    public Id<TrainingRecord> Id { get; init; } = Id<TrainingRecord>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<StaffMember> StaffId { get; init; }

    /// <summary>The agency it was recorded for, whose training lead decides on it. Null when nothing says so.</summary>
    public Id<Agency>? AgencyId { get; init; }
    public required int LevelNumber { get; init; }
    public required DateOnly AchievedOn { get; init; }

    /// <summary>
    /// The last day the certificate itself allows, when it names one; the earlier of this and the framework's date counts.
    /// </summary>
    public DateOnly? EndsOn { get; init; }
    public required string Course { get; init; }
    public string? Provider { get; init; }

    /// <summary>Certificate number or the like.</summary>
    public string? Reference { get; init; }
    public Id<StoredFile>? EvidenceId { get; init; }

    /// <summary>The place on a course whose attendance it is; null when it came by another way.</summary>
    public Id<Booking>? BookingId { get; init; }
    public required RecordSource Source { get; init; }
    public required Id<User>? RecordedBy { get; init; }

    /// <summary>The verified record that this one corrects: it is replaced on the day this one is verified.</summary>
    public Id<TrainingRecord>? CorrectsId { get; init; }
    public RecordState State { get; private set; }
    public Id<User>? DecidedBy { get; private set; }

    /// <summary>The day it was verified or not accepted.</summary>
    public DateOnly? DecidedOn { get; private set; }

    /// <summary>Why it was not accepted.</summary>
    public string? Reason { get; private set; }
    public int Version { get; private set; }

    /// <summary>Refuses days that cannot be: training in the future, before 1990, or a certificate that ends before it begins.</summary>
    public void RefuseUnlessSane(DateOnly today)
    {
        if (WhyNotAchieved(AchievedOn, today) is { } why) throw new Refused(why, nameof(AchievedOn));
        if (WhyNotEnd(EndsOn, AchievedOn) is { } whyNot) throw new Refused(whyNot, nameof(EndsOn));
    }

    /// <summary>Why training cannot have been achieved on this day, in a sentence; null when it can, or no day is given.</summary>
    public static string? WhyNotAchieved(DateOnly? day, DateOnly today) =>
        day > today ? "Date achieved must be today or in the past"
        : day < Earliest ? "Date achieved must be after 1 January 1990"
        : null;

    /// <summary>Why a certificate for training on a day cannot end on another, in a sentence; null when it can, or names no end.</summary>
    public static string? WhyNotEnd(DateOnly? endsOn, DateOnly? achievedOn) =>
        endsOn <= achievedOn ? "The day the certificate ends must be after the date achieved" : null;

    /// <summary>A second person has seen the evidence. Refused to the person who recorded it.</summary>
    /// <param name="corrected">The record that this one corrects, whose place it takes now.</param>
    public void Verify(Id<User>? verifier, DateOnly today, TrainingRecord? corrected = null)
    {
        RefuseIfDecided();
        if (verifier is not null && verifier == RecordedBy) throw new Refused("Someone else must verify a record that you entered");
        corrected?.Replace();
        (State, DecidedBy, DecidedOn) = (RecordState.Verified, verifier, today);
    }

    public void Reject(Id<User>? verifier, string? reason, DateOnly today)
    {
        RefuseIfDecided();
        if (string.IsNullOrWhiteSpace(reason))
            throw new Refused("Say why it was not accepted, so that the person knows what to send", nameof(Reason));
        (State, DecidedBy, DecidedOn, Reason) = (RecordState.Rejected, verifier, today, reason);
    }

    /// <summary>
    /// A record that corrects this one has been verified. Refused unless this one was verified: there is
    /// nothing else to correct.
    /// </summary>
    public void Replace()
    {
        if (State != RecordState.Verified)
            throw new Refused($"The record to correct is {State.Words()}. Only a verified record can be corrected");
        State = RecordState.Replaced;
    }

    /// <summary>The register no longer says that the person attended.</summary>
    public void TakeBack()
    {
        if (BookingId is null || State != RecordState.Verified)
            throw new Refused("Only training that a register wrote can be taken back by it");
        State = RecordState.TakenBack;
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
        RecordState.Replaced => "replaced by a correction",
        RecordState.TakenBack => "taken back, because the register was corrected",
    };

    public static string Words(this RecordSource source) => source switch
    {
        RecordSource.Claim => "Entered by the person",
        RecordSource.Agency => "Entered by the agency",
        RecordSource.Import => "Imported by the agency",
        RecordSource.Course => "From the register of a course",
    };
}
