using System.Buffers;
using Portal.Components;

namespace Portal.Features.Imports.Reading;

/// <summary>
/// A line of a training matrix: a person, and for each course across the day on which they had it. Each filled cell is a row; an
/// empty one, and a course that is not part of this training, says nothing.
/// </summary>
internal sealed class MatrixReader(Import import, LevelTerms levels, DateOnly today) : RowReader(import, today)
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789");

    private readonly IReadOnlyList<ImportColumn> courses =
        [.. import.Columns.Where(c => c.Field == ImportField.CourseColumn).OrderBy(c => c.Number)];
    private int rows;

    protected override IEnumerable<ImportRow> Read(int number, string? employeeNumber, string? email)
    {
        var name = Name();
        if (employeeNumber is null && email is null && name is null) Refuse("Nothing says who this is. Give a name, a number or an email");
        var before = Said;
        foreach (var course in courses)
        {
            if (Cell(course.Number) is not { } cell || ImportText.IsNothing(cell)) continue;
            var level = levels.NumberOf(course.Heading);
            if (level == CourseLevel.NotPart) continue;
            Again(before);
            if (level is null) Refuse($"We do not know which level “{Short(course.Heading)}” is. Match it to a level");
            var notCounted = Read(cell, out var achievedOn);
            if (TrainingRecord.WhyNotAchieved(achievedOn, Today) is { } why) Refuse(why);
            var training = new ImportedTraining { LevelNumber = level, AchievedOn = achievedOn, Course = course.Heading };
            yield return Row(
                ++rows, new() { Name = name, Email = email }, new() { EmployeeNumber = employeeNumber }, training,
                notCounted: notCounted, line: number);
        }
    }

    /// <summary>A day, alone or after a result such as "Completed"; or why the cell does not count.</summary>
    private string? Read(string cell, out DateOnly? achievedOn)
    {
        achievedOn = null;
        var digit = cell.AsSpan().IndexOfAny(Digits);
        var word = digit > 0 ? cell[..digit].Trim(' ', ':', '-', '(') : cell;
        if (TryDay(cell, out var day) || (digit > 0 && ResultWords.Counts(word) is not null && TryDay(cell[digit..].TrimEnd(')'), out day)))
        {
            if (digit > 0 && ResultWords.Counts(word) == false) return $"The cell says “{Short(cell)}”";
            achievedOn = day;
            return null;
        }
        if (ResultWords.Counts(word) == true) return $"The cell says “{Short(cell)}” but no day, so nobody knows until when it counts";
        if (ResultWords.Counts(word) == false) return $"The cell says “{Short(cell)}”";
        Refuse($"“{Short(cell)}” is not a date. Write it like 31/3/2026");
        return null;
    }
}
