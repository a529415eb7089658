using Portal.Components;

namespace Portal.Features.Standards;

/// <summary>What the matrix says of a cell, a row and a column; the screen, the phone, the paper and the files say the same.</summary>
public static class MatrixWords
{
    /// <summary>"77%", or "1 of 2" under five; nothing where the standard is met or not, or there is nobody to count.</summary>
    public static string Figure(Matrix.Column column, Matrix.Cell cell) =>
        cell.Denominator is 0 || (cell.Denominator == 1 && column.Standard.MetAt is null)
            // All of it, and yet not met: the reason is another than the share, and stands beside.
            || (cell.Outcome == Outcome.NotMet && cell.Numerator == cell.Denominator) ? ""
        : new Share(cell.Numerator, cell.Denominator).Percent(column.Standard.MetAt) ?? $"{cell.Numerator} of {cell.Denominator}";

    /// <summary>
    /// To the proof when there is a flag; to what the agency’s own page says of that standard where there is anything to say; and
    /// otherwise to the standard, which says for whom it is.
    /// </summary>
    public static string Href(string root, Matrix.Row row, Matrix.Column column, Matrix.Cell cell) =>
        cell.FlagId is { } flag ? $"{root}Flags/{flag}"
        : cell.Outcome == Outcome.NotApplicable ? $"{root}Standards/{column.Standard.Code}"
        : $"{root}Agencies/{row.AgencyId}#{column.Key}";

    /// <summary>"2 not met", "1 partly" and "1 unknown", or nothing: what hides behind an old staff list is a finding too.</summary>
    public static IEnumerable<string> NotFollowed(Matrix.Row row)
    {
        if (row.Count(Outcome.NotMet) is > 0 and var not) yield return $"{not} not met";
        if (row.Count(Outcome.PartlyMet) is > 0 and var partly) yield return $"{partly} partly";
        if (row.Count(Outcome.Unknown) is > 0 and var unknown) yield return $"{unknown} unknown";
    }

    /// <summary>"12 of 24": agencies that meet a standard, of those it could be judged for.</summary>
    public static string Met(Matrix.Table table, Matrix.Column column)
    {
        var outcomes = table.Rows.Select(r => r.Cells.GetValueOrDefault(column.Key)?.Outcome).Where(o => o?.IsJudged() == true)
            .ToList();
        return outcomes.Count == 0 ? "–" : $"{outcomes.Count(o => o == Outcome.Met)} of {outcomes.Count}";
    }
}
