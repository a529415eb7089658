namespace Portal.Features.Staff.Training;

/// <summary>A training record that waits for a second person, as the one who may decide sees it.</summary>
public sealed record RecordToVerify
{
    public required Id<TrainingRecord> Id { get; init; }
    public required Id<StaffMember> StaffId { get; init; }
    public required string Person { get; init; }
    public required Id<Agency>? AgencyId { get; init; }
    public required string? Agency { get; init; }
    public required int LevelNumber { get; init; }
    public required string Course { get; init; }
    public required string? Provider { get; init; }
    public required string? Reference { get; init; }
    public required DateOnly AchievedOn { get; init; }
    public required DateOnly? EndsOn { get; init; }
    public required RecordSource Source { get; init; }
    public required Id<User>? RecordedBy { get; init; }
    public required string? RecordedByName { get; init; }
    public required Id<StoredFile>? EvidenceId { get; init; }
    public required string? EvidenceName { get; init; }
    public required Id<TrainingRecord>? CorrectsId { get; init; }

    /// <summary>Entered by the viewer or about them, so someone else must decide.</summary>
    public required bool Mine { get; init; }
    public required int Version { get; init; }

    /// <summary>Who decides instead, by name; null while the viewer can.</summary>
    public string? WhoElse { get; init; }

    /// <summary>Until when it would count; null when no framework says how long the level lasts.</summary>
    public WouldCount.Answer? Counting { get; init; }

    public DateOnly WaitingSince => UkClock.DayOf(Id.MadeAt);

    /// <summary>Who entered it, in words.</summary>
    public string EnteredBy => (Source, RecordedByName) switch
    {
        (RecordSource.Claim, _) => $"{Person}, about themselves",
        (RecordSource.Import, { } by) => $"{by}, from a file",
        (RecordSource.Import, null) => "The agency, from a file",
        (RecordSource.Course, _) => "The register of a course",
        (_, { } by) => by,
        _ => "The agency",
    };
}
