namespace Portal.Domain;

/// <summary>How many rows have each verdict.</summary>
public readonly record struct ImportCounts(int New, int Changed, int Unchanged, int Leaver, int Asked, int Refused, int NotCounted)
{
    public int InQuestion { get; init; }
}

/// <summary>
/// What comparing found, and with what: <c>StaffListVersion</c> is the number of changes to the partnership's
/// people and training so far, <c>Noted</c> how many rows are taken without one of their cells.
/// </summary>
public sealed record ImportComparison(ImportCounts Counts, int Noted, int StaffListSize, long StaffListVersion, DateOnly On);
