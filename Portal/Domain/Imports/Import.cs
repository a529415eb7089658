namespace Portal.Domain;

/// <summary>
/// A file of staff or training on its way into an agency's records: read, compared, agreed, applied, and undone if need be.
/// </summary>
public sealed partial class Import : IBelongToAgency, IVersioned
{
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

    /// <summary>The sheet of a workbook that is read; null of a text file.</summary>
    public string? Sheet { get; private set; }

    /// <summary>All sheets of the workbook that can be seen, one a line; null of a text file.</summary>
    public string? Sheets { get; private set; }

    /// <summary>How its dates are written, as a person said; null while nobody had to.</summary>
    public DateOrder? Dates { get; private set; }

    /// <summary>A date of the file that cannot be read with the day first: until somebody says how, nothing is.</summary>
    public string? DatesExample { get; private set; }

    /// <summary>The job title of everyone in a staff list without such a column.</summary>
    public string? EveryonesTitle { get; private set; }

    /// <summary>Whoever agreed to it said that it names everyone, knowing what was refused.</summary>
    public bool ConfirmsStaffList { get; private set; }

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

    /// <summary>Rows that may be about someone whom the file does not name: they wait for a person to say.</summary>
    public int InQuestionCount { get; private set; }

    /// <summary>Rows of a training history that tell of no training: failed, booked, or another course altogether.</summary>
    public int NotCountedCount { get; private set; }

    /// <summary>Rows that are taken without one of their cells, and say so.</summary>
    public int NotedCount { get; private set; }

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
    public int Total => ToApply + UnchangedCount + RefusedCount + InQuestionCount + NotCountedCount;
    public int ToApply => NewCount + ChangedCount + LeaverCount + AskedCount;
    public bool IsUnderWay =>
        State is ImportState.Uploaded or ImportState.Checking or ImportState.Ready or ImportState.Queued or ImportState.Undoing;

    /// <summary>Nobody has agreed to it and no job has it in hand, so it can be discarded, or make room for another file.</summary>
    public bool MayBeDiscarded => State is ImportState.Uploaded or ImportState.Ready;

    public void Add(ImportColumn column) => columns.Add(column);

    /// <summary>The sheet with the rows, of those that can be seen.</summary>
    public void ReadSheet(string sheet, IEnumerable<string> all) => (Sheet, Sheets) = (sheet, string.Join('\n', all));

    /// <summary>Takes the columns of another sheet in place of these.</summary>
    public void Replace(IEnumerable<ImportColumn> others)
    {
        if (!MayBeDiscarded) throw new Refused($"This import is already {State.Words()}");
        columns.Clear();
        columns.AddRange(others);
        (State, Notice, Dates, DatesExample) = (ImportState.Uploaded, null, null, null);
    }

    /// <summary>Nothing is read before somebody says how dates such as this one are written.</summary>
    public void AskHowDatesAreWritten(string example) => DatesExample = example;

    /// <summary>Someone has confirmed which column is which, and what else the file does not say; the rows are read next.</summary>
    public void Confirm(ImportMeaning meaning)
    {
        if (State is not (ImportState.Uploaded or ImportState.Ready)) throw new Refused($"This import is already {State.Words()}");
        ImportFields.Check(Kind, [.. meaning.Fields.Values.OfType<ImportField>()], meaning.EveryonesTitle is not null);
        if (DatesExample is not null && meaning.Dates is null) throw new Refused("Select how the file writes dates", nameof(Dates));
        foreach (var column in columns) column.Field = meaning.Fields.GetValueOrDefault(column.Number);
        IsFullList = meaning.IsFullList && Kind == ImportKind.StaffList;
        FromTrainingSystem = meaning.FromTrainingSystem && Kind == ImportKind.Training;
        (Dates, EveryonesTitle) = (meaning.Dates, Kind == ImportKind.StaffList ? meaning.EveryonesTitle : null);
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
        (NewCount, ChangedCount, UnchangedCount, LeaverCount, AskedCount, RefusedCount, NotCountedCount) = found.Counts;
        InQuestionCount = found.Counts.InQuestion;
        (NotedCount, StaffListSize, ComparedVersion, ComparedOn) = (found.Noted, found.StaffListSize, found.StaffListVersion, found.On);
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

    public void Discard()
    {
        if (!MayBeDiscarded) throw new Refused($"This import is already {State.Words()}");
        State = ImportState.Discarded;
    }
}
