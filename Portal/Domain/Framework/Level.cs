namespace Portal.Domain;

/// <summary>A level (or group) of a framework: what it trains for, how long it takes and how long it lasts.</summary>
public sealed class Level
{
    public Id<Level> Id { get; init; } = Id<Level>.New();
    public required Id<Framework> FrameworkId { get; init; }

    /// <summary>Its place in the order, from 1; records and requirements refer to it by this number.</summary>
    public required int Number { get; init; }

    /// <summary>What people call it: "1", "1.2", "G3".</summary>
    public required string Code { get; init; }
    public required string Title { get; set; }
    public required string Description { get; set; }
    public string? Audience { get; init; }

    /// <summary>The least that training at it takes; null when the framework does not say.</summary>
    public decimal? MinimumHours { get; set; }
    public string? Mode { get; init; }

    /// <summary>How many months training lasts; null when it does not lapse.</summary>
    public int? RefreshMonths { get; set; }
    public string? RefreshNote { get; init; }

    /// <summary>Months from the first day in a job until the level must be held.</summary>
    public required int DueMonths { get; set; }

    /// <summary>Counts only when every lower level has been held or recognised.</summary>
    public required bool RequiresLower { get; init; }

    /// <summary>Counts by itself, whatever else is held.</summary>
    public required bool StandAlone { get; init; }

    /// <summary>The share of people in scope who should hold it, per cent.</summary>
    public int TargetPercent { get; init; } = 100;

    /// <summary>A shell that waits for its text.</summary>
    public bool NeedsContent { get; init; }

    /// <summary>The last day on which training achieved on a day still counts; null when it does not lapse.</summary>
    public DateOnly? LastDayInDate(DateOnly achieved) => RefreshMonths is { } months ? achieved.AddMonths(months) : null;

    /// <summary>
    /// The earliest day of achievement that still counts on <paramref name="day"/>: the same rule as
    /// <see cref="LastDayInDate"/>, turned round so that a database can compare it with an indexed column.
    /// </summary>
    public DateOnly EarliestInDate(DateOnly day) => RefreshMonths is { } months ? Months.EarliestReaching(day, months) : DateOnly.MinValue;

    /// <summary>The day by which someone who starts on a day must hold it: the last day allowed.</summary>
    public DateOnly DueOn(DateOnly startedOn) => startedOn.AddMonths(DueMonths);

    /// <summary>
    /// The earliest first day in a job that falls due on <paramref name="day"/> or later: <see cref="DueOn"/> turned round.
    /// </summary>
    public DateOnly EarliestStartDue(DateOnly day) => Months.EarliestReaching(day, DueMonths);

    internal Level CopyTo(Id<Framework> frameworkId) => new()
    {
        FrameworkId = frameworkId, Number = Number, Code = Code, Title = Title, Description = Description, Audience = Audience,
        MinimumHours = MinimumHours, Mode = Mode, RefreshMonths = RefreshMonths, RefreshNote = RefreshNote, DueMonths = DueMonths,
        RequiresLower = RequiresLower, StandAlone = StandAlone, TargetPercent = TargetPercent, NeedsContent = NeedsContent,
    };
}
