namespace Portal.Domain;

/// <summary>What would happen, or happened, to one row of a file.</summary>
public enum ImportVerdict
{
    Refused, New, Changed, Leaver, Unchanged,

    /// <summary>About someone whom another agency knows: a question is asked, and nothing is added until it is answered.</summary>
    Asked,
}

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

    /// <summary>The id that a new person, post or training record of this row gets, each in its own table.</summary>
    public Id<ImportRow> NewId { get; init; } = Id<ImportRow>.New();

    public string? EmployeeNumber { get; set; }
    public string? Name { get; set; }
    public string? Email { get; set; }
    public Id<JobTitle>? JobTitleId { get; set; }
    public DateOnly? StartedOn { get; set; }
    public DateOnly? LeftOn { get; set; }

    /// <summary>Employee number or e-mail of the line manager.</summary>
    public string? Manager { get; set; }

    public int? LevelNumber { get; set; }
    public DateOnly? AchievedOn { get; set; }
    public DateOnly? EndsOn { get; set; }
    public string? Course { get; set; }
    public string? Provider { get; set; }
    public string? Reference { get; set; }

    /// <summary>Null until compared.</summary>
    public ImportVerdict? Verdict { get; set; }

    /// <summary>Why it is refused, in words.</summary>
    public string? Problem { get; set; }

    /// <summary>Whether it is refused for what the row itself says, whatever the portal knows.</summary>
    public bool Misread { get; set; }

    /// <summary>The person it is about: someone known, or the id a new person will have.</summary>
    public Id<StaffMember>? StaffId { get; set; }

    /// <summary>Whether the person is new to the portal and this is the row that adds them.</summary>
    public bool AddsPerson { get; set; }

    /// <summary>The post it is about, or the id a new one will have.</summary>
    public Id<Post>? PostId { get; set; }
    public Id<StaffMember>? ManagerId { get; set; }

    /// <summary>What the person and the post were before. Null where there was neither.</summary>
    public string? OldEmployeeNumber { get; set; }
    public string? OldName { get; set; }
    public string? OldEmail { get; set; }
    public Id<JobTitle>? OldJobTitleId { get; set; }
    public DateOnly? OldStartedOn { get; set; }
    public DateOnly? OldLeftOn { get; set; }
    public Id<StaffMember>? OldManagerId { get; set; }

    /// <summary>Versions of the person and the post when compared: a change other than this import's own shows in them, and undo then leaves the row alone.</summary>
    public int? StaffVersion { get; set; }
    public int? PostVersion { get; set; }

    /// <summary>Why undo left it alone, in words.</summary>
    public string? Kept { get; set; }
}

public static class ImportVerdictWords
{
    public static string Words(this ImportVerdict verdict) => verdict switch
    {
        ImportVerdict.Refused => "Refused",
        ImportVerdict.New => "New",
        ImportVerdict.Changed => "Changed",
        ImportVerdict.Leaver => "Leaver",
        ImportVerdict.Unchanged => "Unchanged",
        ImportVerdict.Asked => "Ask first",
    };

    /// <summary>Above a list of such rows.</summary>
    public static string Plural(this ImportVerdict verdict) => verdict == ImportVerdict.Leaver ? "Leavers" : verdict.Words();
}
