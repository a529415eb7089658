namespace Portal.Domain;

/// <summary>One column of an uploaded file: its heading, what its first cells look like, and what it means.</summary>
[KeepsOwnHistory]
public sealed class ImportColumn
{
    private const int LongestHeading = 200;

    public Id<ImportColumn> Id { get; init; } = Id<ImportColumn>.New();
    public required Id<Import> ImportId { get; init; }

    /// <summary>Its place in the file, from 0.</summary>
    public required int Number { get; init; }
    public required string Heading { get; init; }

    /// <summary>The first few values, so that a person recognises the column.</summary>
    public required string Sample { get; init; }

    /// <summary>Null for a column that is left out.</summary>
    public ImportField? Field { get; set; }

    /// <summary>What stands at the head of a column, cut to what is kept of it; a column without a name has its place.</summary>
    public static string HeadingOf(int number, string? cell)
    {
        var heading = cell ?? $"Column {number + 1}";
        return heading.Length <= LongestHeading ? heading : $"{heading[..(LongestHeading - 1)]}…";
    }

    /// <summary>Whether this column's heading stands in its place in a row.</summary>
    public bool Heads(string?[] row) => HeadingOf(Number, Number < row.Length ? row[Number] : null) == Heading;
}

/// <summary>What an agency's heading meant the last time someone confirmed it.</summary>
[KeepsOwnHistory]
public sealed class ImportMapping : IBelongToPartnership
{
    public Id<ImportMapping> Id { get; init; } = Id<ImportMapping>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Agency> AgencyId { get; init; }
    public required ImportKind Kind { get; init; }

    /// <summary>The heading as <see cref="ImportFields.Key"/> gives it.</summary>
    public required string Heading { get; init; }

    /// <summary>Null when the column was left out.</summary>
    public ImportField? Field { get; set; }
}

/// <summary>Which level an agency's name for a course stands for, as a person said.</summary>
public sealed class CourseLevel : IBelongToPartnership
{
    /// <summary>In place of a level: the course is not part of this training, and whoever had it is not counted.</summary>
    public const int NotPart = 0;

    public Id<CourseLevel> Id { get; init; } = Id<CourseLevel>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>As <see cref="ImportText.Key"/> gives it.</summary>
    public required string Course { get; init; }
    public required int LevelNumber { get; set; }
}

/// <summary>A job title or a course in a file that the agency has not used before.</summary>
[KeepsOwnHistory]
public sealed class ImportTerm
{
    public Id<ImportTerm> Id { get; init; } = Id<ImportTerm>.New();
    public required Id<Import> ImportId { get; init; }

    /// <summary>As the file writes it, the first time.</summary>
    public required string Text { get; init; }

    /// <summary>For a job title: its id once applied, and the job role whose title is exactly the same.</summary>
    public Id<JobTitle>? JobTitleId { get; init; }
    public Id<JobRole>? JobRoleId { get; init; }
}
