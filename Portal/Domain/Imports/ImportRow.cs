namespace Portal.Domain;

/// <summary>
/// One row of a file: what it says, who it is about, what would change from what, and why not if not. People who leave
/// because a full list does not name them have rows after the file's last. New people, posts and records get their ids
/// here, so that applying is copying.
/// </summary>
[KeepsOwnHistory]
public sealed class ImportRow
{
    public required Id<Import> ImportId { get; init; }

    /// <summary>The line as a spreadsheet numbers it: headings are row 1. Beyond the file's last row for people it does not name.</summary>
    public required int Number { get; init; }
    public required bool InFile { get; init; }

    /// <summary>The line that the spreadsheet numbers so, where one line gives several rows, as in a training matrix; else null.</summary>
    public int? Line { get; init; }

    /// <summary>The id that a new person, post or training record of this row gets, each in its own table.</summary>
    public Id<ImportRow> NewId { get; init; } = Id<ImportRow>.New();

    public ImportedPerson Person { get; init; } = ImportedPerson.Unsaid;
    public ImportedJob Job { get; init; } = ImportedJob.Unsaid;
    public ImportedTraining Training { get; init; } = ImportedTraining.Unsaid;

    /// <summary>Employee number, email or name of the line manager, as the file gives it.</summary>
    public string? Manager { get; init; }

    /// <summary>Whether it is refused for what the row itself says, whatever the portal knows.</summary>
    public bool Misread { get; init; }

    /// <summary>Why it is refused, in words.</summary>
    public string? Problem { get; init; }

    /// <summary>What was left out of it when it was read, in words: a cell that need not be there costs no row.</summary>
    public string? Note { get; init; }

    /// <summary>Why the line manager whom it names is left out, in words.</summary>
    public string? ManagerNote { get; init; }

    /// <summary>Why a row of a training history tells of no training that counts, in words; null of all others.</summary>
    public string? NotCounted { get; init; }

    /// <summary>Null until compared.</summary>
    public ImportVerdict? Verdict { get; init; }

    /// <summary>The person it is about: someone known, or the id a new person will have.</summary>
    public Id<StaffMember>? StaffId { get; init; }

    /// <summary>Whether the person is new to the portal and this is the row that adds them.</summary>
    public bool AddsPerson { get; init; }

    /// <summary>The post it is about, or the id a new one will have.</summary>
    public Id<Post>? PostId { get; init; }

    /// <summary>What the person and the post were before. Nothing where there was neither.</summary>
    public ImportedPerson PersonBefore { get; init; } = ImportedPerson.Unsaid;
    public ImportedJob JobBefore { get; init; } = ImportedJob.Unsaid;

    /// <summary>
    /// Versions of the person and the post when compared: a change other than this import's own shows in them, and undo then leaves
    /// the row alone.
    /// </summary>
    public int? StaffVersion { get; init; }
    public int? PostVersion { get; init; }

    /// <summary>Why undo left it alone, in words.</summary>
    public string? Kept { get; init; }
}
