namespace Portal.Domain;

/// <summary>Where an import stands. At most one of an agency's is under way, so that two cannot interleave.</summary>
public enum ImportState
{
    /// <summary>Waits for someone to confirm which column is which.</summary>
    Uploaded,
    /// <summary>Its rows are being read and compared.</summary>
    Checking,
    /// <summary>Waits for someone to look at the preview and apply it.</summary>
    Ready,
    /// <summary>Agreed, and applied by the next run of the job.</summary>
    Queued,
    Applied,
    Undoing,
    Undone,
    Discarded,
}

/// <summary>
/// A file of staff or training on its way into an agency's records: read, compared, agreed, applied, and undone if need be.
/// </summary>
public sealed class Import : IBelongToAgency, IVersioned
{
    /// <summary>How long after applying an import can be undone.</summary>
    public static readonly TimeSpan UndoWindow = TimeSpan.FromHours(24);

    /// <summary>Above this share of the staff list, in per cent, people leave only after a typed confirmation.</summary>
    public const int BrakePercent = 10;

    private readonly List<ImportColumn> columns = [];

    public Id<Import> Id { get; init; } = Id<Import>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Agency> AgencyId { get; init; }
    public required ImportKind Kind { get; init; }

    /// <summary>Null once the file is no longer kept: it was discarded, or undone long ago.</summary>
    public required Id<StoredFile>? FileId { get; init; }
    public required string FileName { get; init; }
    public required DateTime UploadedAt { get; init; }
    public required Id<User>? UploadedBy { get; init; }
    public required string UploadedByName { get; init; }
    public ImportState State { get; private set; }

    /// <summary>A staff list that names everyone: people who are not in it leave.</summary>
    public bool IsFullList { get; private set; }

    /// <summary>A training history taken from the agency's training system, which has seen the proof: its rows count as verified.</summary>
    public bool FromTrainingSystem { get; private set; }

    /// <summary>Why it went back a step, in words for the person; null when it did not.</summary>
    public string? Notice { get; private set; }

    /// <summary>Rows of the file that have been read, or applied, so far.</summary>
    public int Done { get; private set; }

    public int NewCount { get; private set; }
    public int ChangedCount { get; private set; }
    public int UnchangedCount { get; private set; }
    public int LeaverCount { get; private set; }

    /// <summary>People whom another agency knows: they are asked, and nobody is added before they agree.</summary>
    public int AskedCount { get; private set; }
    public int RefusedCount { get; private set; }

    /// <summary>People in post at the agency when the rows were compared.</summary>
    public int StaffListSize { get; private set; }

    /// <summary>What the partnership's people and training had come to when the rows were compared, and the day: null until then.</summary>
    public long? ComparedVersion { get; private set; }
    public DateOnly? ComparedOn { get; private set; }

    public DateTime? AppliedAt { get; private set; }
    public Id<User>? AppliedBy { get; private set; }
    public string? AppliedByName { get; private set; }
    public DateTime? UndoneAt { get; private set; }

    /// <summary>The day the staff list had last been confirmed before this import did: undoing puts it back.</summary>
    public DateOnly? StaffListConfirmedBefore { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<ImportColumn> Columns => columns;
    public int Total => ToApply + UnchangedCount + RefusedCount;
    public int ToApply => NewCount + ChangedCount + LeaverCount + AskedCount;
    public bool IsUnderWay =>
        State is ImportState.Uploaded or ImportState.Checking or ImportState.Ready or ImportState.Queued or ImportState.Undoing;

    /// <summary>Nobody has agreed to it and no job has it in hand, so it can be discarded, or make room for another file.</summary>
    public bool MayBeDiscarded => State is ImportState.Uploaded or ImportState.Ready;

    /// <summary>Whether so many would leave that the person must type the number.</summary>
    public bool NeedsBrake => LeaverCount >= 2 && LeaverCount * 100 > StaffListSize * BrakePercent;

    public void Add(ImportColumn column) => columns.Add(column);

    /// <summary>Someone has confirmed which column is which; the rows are read next.</summary>
    public void Confirm(IReadOnlyDictionary<int, ImportField?> fields, bool isFullList, bool fromTrainingSystem)
    {
        if (State is not (ImportState.Uploaded or ImportState.Ready)) throw new Refused($"This import is already {State.Words()}");
        ImportFields.Check(Kind, [.. fields.Values.OfType<ImportField>()]);
        foreach (var column in columns) column.Field = fields.GetValueOrDefault(column.Number);
        IsFullList = isFullList && Kind == ImportKind.StaffList;
        FromTrainingSystem = fromTrainingSystem && Kind == ImportKind.Training;
        Check();
    }

    /// <summary>Reads the rows once more: something they are compared with has changed.</summary>
    public void Check()
    {
        if (State is not (ImportState.Uploaded or ImportState.Ready)) throw new Refused($"This import is already {State.Words()}");
        (State, Done, Notice) = (ImportState.Checking, 0, null);
    }

    /// <summary>The rows are compared, and wait for someone to agree.</summary>
    public void Compared(ImportComparison found)
    {
        State = ImportState.Ready;
        (NewCount, ChangedCount, UnchangedCount, LeaverCount, AskedCount, RefusedCount) = found.Counts;
        (StaffListSize, ComparedVersion, ComparedOn) = (found.StaffListSize, found.StaffListVersion, found.On);
    }

    /// <summary>Whether comparing again would say the same: it is the same day, and nobody has changed people or training since.</summary>
    public bool IsAsCompared(long staffListVersion, DateOnly today) => (ComparedVersion, ComparedOn) == (staffListVersion, today);

    /// <summary>The file cannot be read with these columns. Someone may choose others, or discard it.</summary>
    public void SendBack(string notice) => (State, Notice, Done) = (ImportState.Uploaded, notice, 0);

    /// <summary>
    /// Applying or undoing failed for a reason of ours, and changed nothing: it stands where it stood before it was asked for.
    /// </summary>
    public void Failed() => (State, Notice) = (State == ImportState.Undoing ? ImportState.Applied : ImportState.Ready,
        "Something went wrong on our side and nothing was changed. Try again; if it happens again, tell the people who run the portal");

    /// <summary>Agrees to the preview. When many would leave, <paramref name="typedLeavers"/> must be their number.</summary>
    public void Agree(Viewer viewer, string? typedLeavers)
    {
        if (State != ImportState.Ready) throw new Refused($"This import is already {State.Words()}");
        if (ToApply == 0 && !IsFullList)
            throw new Refused("Nothing in this file would change anything. Discard it, or correct it and upload it again");
        if (NeedsBrake && typedLeavers?.Trim() != $"{LeaverCount}")
            throw new Refused(
                $"{LeaverCount} of {StaffListSize} would leave. Type {LeaverCount} to confirm, or discard this file", "Leavers");
        (State, AppliedBy, AppliedByName, Notice, Done) = (ImportState.Queued, viewer.UserId, viewer.Name, null, 0);
    }

    /// <summary>What the person agreed to is no longer what would happen: the new preview waits for them.</summary>
    public void AskAgain(ImportComparison found)
    {
        Compared(found);
        Notice = "Someone changed staff or training after you looked at this preview. Nothing was applied. Check it again and apply it";
    }

    public void Applied(DateTime now, DateOnly? staffListConfirmedBefore) =>
        (State, AppliedAt, StaffListConfirmedBefore) = (ImportState.Applied, now, staffListConfirmedBefore);

    /// <summary>Asks for everything to be put back. Refused a day after it was applied.</summary>
    public void Undo(DateTime now)
    {
        if (State != ImportState.Applied) throw new Refused($"This import is {State.Words()}, so there is nothing to undo");
        if (!MayBeUndoneAt(now)) throw new Refused("An import can be undone for 24 hours. Upload a corrected file instead");
        (State, Done) = (ImportState.Undoing, 0);
    }

    public bool MayBeUndoneAt(DateTime now) => State == ImportState.Applied && now - AppliedAt <= UndoWindow;

    public void Undone(DateTime now) => (State, UndoneAt) = (ImportState.Undone, now);

    public void Discard()
    {
        if (!MayBeDiscarded) throw new Refused($"This import is already {State.Words()}");
        State = ImportState.Discarded;
    }
}

/// <summary>How many rows have each verdict.</summary>
public readonly record struct ImportCounts(int New, int Changed, int Unchanged, int Leaver, int Asked, int Refused);

/// <summary>
/// What comparing found, and with what: <c>StaffListVersion</c> is the number of changes to the partnership's
/// people and training so far.
/// </summary>
public sealed record ImportComparison(ImportCounts Counts, int StaffListSize, long StaffListVersion, DateOnly On);

public static class ImportWords
{
    public static string Words(this ImportState state) => state switch
    {
        ImportState.Uploaded => "waiting for its columns",
        ImportState.Checking => "being checked",
        ImportState.Ready => "ready to apply",
        ImportState.Queued => "being applied",
        ImportState.Applied => "applied",
        ImportState.Undoing => "being undone",
        ImportState.Undone => "undone",
        ImportState.Discarded => "discarded",
    };
}
