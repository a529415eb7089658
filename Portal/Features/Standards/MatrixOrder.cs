using Portal.Components;

namespace Portal.Features.Standards;

/// <summary>How the rows of the matrix stand below each other.</summary>
public static class MatrixOrder
{
    public const string Name = "name";

    /// <summary>
    /// By <paramref name="sort"/>: "name", or the key of a column, worst first, and best first after a minus. Without it the
    /// kinds of agency stand together, and the worst comes first among them and within each.
    /// </summary>
    public static IReadOnlyList<Matrix.Row> Sort(IEnumerable<Matrix.Row> rows, IReadOnlyList<Matrix.Column> columns, string? sort)
    {
        var byName = rows.OrderBy(r => r.Name, StringComparer.Ordinal).ToList();
        if (sort == Name) return byName;
        if (columns.FirstOrDefault(c => c.Key == sort?.TrimStart('-')) is { } column)
            return sort!.StartsWith('-')
                ? [.. byName.OrderByDescending(r => Rank(r, column)).ThenByDescending(r => Figure(r, column))]
                : [.. byName.OrderBy(r => Rank(r, column)).ThenBy(r => Figure(r, column))];
        return [.. byName.GroupBy(r => r.Type).OrderByDescending(g => g.Max(r => Weight(r, columns)))
            .SelectMany(g => g.OrderByDescending(r => Weight(r, columns)))];
    }

    /// <summary>Worst first; what has no judgement comes last.</summary>
    public static int Rank(Outcome? outcome) => outcome switch
    {
        Outcome.NotMet => 0,
        Outcome.PartlyMet => 1,
        Outcome.Unknown => 2,
        Outcome.Met => 3,
        Outcome.NotYetDue => 4,
        Outcome.NotApplicable => 5,
        null => 6,
    };

    private static int Rank(Matrix.Row row, Matrix.Column column) => Rank(row.Cells.GetValueOrDefault(column.Key)?.Outcome);

    private static decimal Figure(Matrix.Row row, Matrix.Column column) =>
        row.Cells.GetValueOrDefault(column.Key) is { } cell ? new Share(cell.Numerator, cell.Denominator).Exact : 0;

    /// <summary>
    /// What is not met weighs most, more so the more the standard matters; unknown weighs a little, for it hides something.
    /// </summary>
    private static int Weight(Matrix.Row row, IReadOnlyList<Matrix.Column> columns) =>
        columns.Sum(c => row.Cells.GetValueOrDefault(c.Key)?.Outcome switch
        {
            Outcome.NotMet => 10 * (1 + (int)c.Severity),
            Outcome.PartlyMet => 4 * (1 + (int)c.Severity),
            Outcome.Unknown => 3,
            _ => 0,
        });
}
