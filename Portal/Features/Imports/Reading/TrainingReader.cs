using Portal.Components;

namespace Portal.Features.Imports.Reading;

/// <summary>A row of a training history: a person, a level and the day it was achieved.</summary>
internal sealed class TrainingReader(Import import, LevelTerms levels, DateOnly today) : RowReader(import, today)
{
    protected override ImportRow Read(int number, string? employeeNumber, string? email)
    {
        if (employeeNumber is null && email is null)
            Refuse("Employee number and work email are both missing. Give one of them, so that we can tell who this is");
        var (achievedOn, endsOn, course) = (Day(ImportField.AchievedOn), Day(ImportField.EndsOn), Text(ImportField.Course));
        var (provider, reference) = (Text(ImportField.Provider), Text(ImportField.Reference));
        var level = Level(course);
        if (achievedOn is null) Refuse("Date achieved is missing");
        if (TrainingRecord.WhyNotAchieved(achievedOn, Today) is { } why) Refuse(why);
        if (TrainingRecord.WhyNotEnd(endsOn, achievedOn) is { } whyNot) Refuse(whyNot);
        var training = new ImportedTraining
        {
            LevelNumber = level, AchievedOn = achievedOn, EndsOn = endsOn,
            Course = course ?? $"Level {level} training", Provider = provider, Reference = reference,
        };
        return Row(number, new() { Email = email }, new() { EmployeeNumber = employeeNumber }, training, manager: null);
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
