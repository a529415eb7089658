namespace Portal.Features.Imports.Uploading;

/// <summary>
/// What the columns of a file probably mean. What somebody said of a heading comes first, then its own name, then what other systems
/// call it, the likeliest first, and of equals the one with something in it. What stands in the cells must fit.
/// </summary>
internal static class ColumnGuess
{
    /// <summary>Said by a person the last time; before what a heading says by itself.</summary>
    private const int Remembered = -1;

    /// <summary>So many of a column's cells must be days or results for it to be a course of a training matrix.</summary>
    private const int MostPercent = 60;

    /// <param name="Values">What stands in its cells, in the rows that were looked at.</param>
    internal sealed record Column(int Number, string Heading, bool IsNamed, IReadOnlyList<string> Values);

    private sealed record Candidate(Column Column, ImportField Field, int Rank);

    /// <param name="kind">What the file holds.</param>
    /// <param name="columns">Every column of it.</param>
    /// <param name="remembered">What each heading meant the last time; null where it was left out.</param>
    /// <returns>By the number of the column.</returns>
    public static IReadOnlyDictionary<int, ImportField?> Of(
        ImportKind kind, IReadOnlyList<Column> columns, IReadOnlyDictionary<string, ImportField?> remembered)
    {
        var found = new Dictionary<int, ImportField?>();
        Take(found, columns.Where(c => !IsLeftOut(c, remembered)).SelectMany(c => Candidates(kind, c, remembered)));
        // A column that was left out the last time is not missed now: the file could not be read without it.
        if (ImportFields.WhatIsMissing(kind, [.. found.Values.OfType<ImportField>()]) is not null)
            Take(found, columns.Where(c => IsLeftOut(c, remembered)).SelectMany(c => Candidates(kind, c, remembered))
                .Where(c => c.Field is not (ImportField.Result or ImportField.StartedOn or ImportField.LeftOn or ImportField.Manager)));
        var fields = found.Values.ToHashSet();
        if (kind == ImportKind.Training && !fields.Contains(ImportField.Level) && !fields.Contains(ImportField.Course)
            && !fields.Contains(ImportField.AchievedOn))
            foreach (var course in columns.Where(c => !found.ContainsKey(c.Number) && !IsLeftOut(c, remembered) && IsCourse(c)))
                found[course.Number] = ImportField.CourseColumn;
        return found;
    }

    /// <summary>A date in the cells that can only be read with the month first; null when there is none.</summary>
    public static string? OddDate(IReadOnlyList<Column> columns, IReadOnlyDictionary<int, ImportField?> fields) => columns
        .Where(c => fields.GetValueOrDefault(c.Number) is ImportField.StartedOn or ImportField.LeftOn or ImportField.AchievedOn
            or ImportField.EndsOn or ImportField.CourseColumn)
        .SelectMany(c => c.Values)
        .FirstOrDefault(v => !ImportText.TryDay(v, out _) && ImportText.TryDay(v, out _, DateOrder.MonthFirst));

    private static void Take(Dictionary<int, ImportField?> found, IEnumerable<Candidate> candidates)
    {
        foreach (var one in candidates.OrderBy(c => c.Rank).ThenBy(c => c.Column.Values.Count > 0 ? 0 : 1).ThenBy(c => c.Column.Number))
        {
            if (found.ContainsKey(one.Column.Number)) continue;
            if (one.Field != ImportField.CourseColumn && found.ContainsValue(one.Field)) continue;
            found[one.Column.Number] = one.Field;
        }
    }

    private static bool IsLeftOut(Column column, IReadOnlyDictionary<string, ImportField?> remembered) =>
        remembered.TryGetValue(ImportFields.Key(column.Heading), out var field) && field is null;

    private static IEnumerable<Candidate> Candidates(
        ImportKind kind, Column column, IReadOnlyDictionary<string, ImportField?> remembered)
    {
        if (remembered.GetValueOrDefault(ImportFields.Key(column.Heading)) is { } said) yield return new(column, said, Remembered);
        foreach (var field in ImportFields.Of(kind))
        {
            if (ImportFields.Rank(field, column.Heading) is { } rank && (rank == 0 || Fits(field, column)))
                yield return new(column, field, rank);
            // "Attended: yes" and "Completed: no" are results, whatever day such a heading promises elsewhere.
            else if (field == ImportField.Result && ImportFields.Rank(ImportField.AchievedOn, column.Heading) is { } other
                && ResultWords.Look(column.Values)) yield return new(column, field, other);
        }
    }

    /// <summary>An empty column fits anything: the next file may have something in it.</summary>
    private static bool Fits(ImportField field, Column column) => column.Values.Count == 0 || field switch
    {
        // What people sign in with is an address in some systems and a short name in others.
        ImportField.Email => ImportFields.Key(column.Heading) is not ("username" or "login") || column.Values.Any(v => v.Contains('@')),
        ImportField.AchievedOn => !ResultWords.Look(column.Values),
        ImportField.Result => !column.Values.Any(IsDay),
        ImportField.JobTitle => !column.Values.All(v => v.TrimEnd('.') is "Mr" or "Mrs" or "Ms" or "Miss" or "Mx" or "Dr"),
        _ => true,
    };

    private static bool IsDay(string value) => ImportText.TryDay(value, out _) || ImportText.TryDay(value, out _, DateOrder.MonthFirst);

    /// <summary>Whether a column is one course of a training matrix: its cells are days, or say that there was one.</summary>
    private static bool IsCourse(Column column)
    {
        var values = column.Values.Where(v => !ImportText.IsNothing(v)).ToList();
        return column.IsNamed && values.Count > 0 && ImportFields.Named(ImportKind.StaffList, column.Heading) is null
            && !column.Heading.Contains("birth", StringComparison.OrdinalIgnoreCase) && values.Any(v => v.Length > 1)
            && values.Count(v => IsDay(v) || ResultWords.Counts(v) is not null) * 100 >= values.Count * MostPercent;
    }
}
