using Portal.Components;

namespace Portal.Features.Imports.Reading;

/// <summary>A row of a training history: a person, a level and the day it was achieved. One that did not end well is not counted.</summary>
internal sealed class TrainingReader(Import import, LevelTerms levels, DateOnly today) : RowReader(import, today)
{
    private readonly bool hasResult = import.Columns.Any(c => c.Field == ImportField.Result);

    protected override IEnumerable<ImportRow> Read(int number, string? employeeNumber, string? email)
    {
        var name = Name();
        if (employeeNumber is null && email is null && name is null)
            Refuse("Employee number and work email are both missing. Give one of them, so that we can tell who this is");
        var (course, result) = (Text(ImportField.Course), WhyNotCounted());
        var level = Level(course);
        if (level == CourseLevel.NotPart) result ??= $"“{Short(Text(ImportField.Level) ?? course ?? "")}” is not part of this training";
        var (achievedOn, endsOn) = result is null ? (Day(ImportField.AchievedOn), Day(ImportField.EndsOn)) : default;
        if (result is null && achievedOn is null) Refuse("Date achieved is missing");
        if (TrainingRecord.WhyNotAchieved(achievedOn, Today) is { } why) Refuse(why);
        if (TrainingRecord.WhyNotEnd(endsOn, achievedOn) is { } whyNot) Refuse(whyNot);
        var training = new ImportedTraining
        {
            LevelNumber = level == CourseLevel.NotPart ? null : level, AchievedOn = achievedOn, EndsOn = endsOn,
            Course = course ?? $"Level {level} training", Provider = Optional(ImportField.Provider),
            Reference = Optional(ImportField.Reference),
        };
        return [Row(number, new() { Name = name, Email = email }, new() { EmployeeNumber = employeeNumber }, training, notCounted: result)];
    }

    /// <summary>Only what was passed, completed or attended counts; so nothing does that does not say so.</summary>
    private string? WhyNotCounted()
    {
        if (!hasResult) return null;
        if (Cell(ImportField.Result) is not { } result) return "The file gives no result";
        return ResultWords.Counts(result) == true ? null : $"The result is “{Short(result)}”";
    }

    private int? Level(string? course)
    {
        var said = Text(ImportField.Level) ?? course;
        var level = said is null ? null : levels.NumberOf(said);
        if (said is null) Refuse("Level is missing");
        else if (level is null) Refuse($"We do not know which level “{Short(said)}” is. Match it to a level");
        return level;
    }
}
