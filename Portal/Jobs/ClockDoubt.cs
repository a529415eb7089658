namespace Portal.Jobs;

/// <summary>A clock that is not believed: what it says, and when the portal was last sure of the time.</summary>
public sealed record ClockDoubt(DateTime Now, DateTime Last)
{
    /// <summary>What happened.</summary>
    public string Sentence => $"{Comparison}, so no job runs";

    /// <summary>What to do about it.</summary>
    public string Advice => "If the clock is wrong, set it right, and the jobs go on by themselves. If it is right, because "
        + (Now > Last ? "the portal was switched off for so long, confirm it" : "it was wrong before, confirm it");

    public string Comparison => Now > Last
        ? $"The clock says {Moment(Now)}, but the portal was last at work on {Moment(Last)}"
        : $"The clock says {Moment(Now)}, but the portal has been at work until {Moment(Last)}";

    private static string Moment(DateTime instant) => UkClock.Local(instant).ToString("d MMMM yyyy, HH:mm", Words.British);
}
