namespace Portal.Features.Imports.Reading;

/// <summary>A row of a training history: a person, a level and the day it was achieved.</summary>
internal sealed class TrainingReader(Import import, LevelTerms levels, DateOnly today) : RowReader(import, today)
{
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    protected override void Read(ImportRow row)
    {
        if (row.EmployeeNumber is null && row.Email is null)
            Refuse("Employee number and work email are both missing. Give one of them, so that we can tell who this is");
        row.AchievedOn = Day(ImportField.AchievedOn);
        row.EndsOn = Day(ImportField.EndsOn);
        row.Course = Text(ImportField.Course);
        row.Provider = Text(ImportField.Provider);
        row.Reference = Text(ImportField.Reference);
        if ((Text(ImportField.Level) ?? row.Course) is { } level)
        {
            row.LevelNumber = levels.NumberOf(level);
            if (row.LevelNumber is null) Refuse($"We do not know which level “{Short(level)}” is. Match it to a level");
        }
        else Refuse("Level is missing");
        if (row.AchievedOn is null) Refuse("Date achieved is missing");
        if (row.AchievedOn > Today) Refuse("Date achieved is in the future");
        if (row.AchievedOn < Earliest) Refuse("Date achieved is before 1990. Check the year");
        if (row.EndsOn < row.AchievedOn) Refuse("Certificate ends before the date achieved");
        row.Course ??= $"Level {row.LevelNumber} training";
    }
}
