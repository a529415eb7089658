namespace Portal.Domain;

// How long a request waits for a decision, made of its steps.
public sealed partial class CommissioningRequest
{
    /// <summary>The day since which it waited for a decision at the end of a day; null where it did not.</summary>
    public DateOnly? WaitedSince(DateOnly day)
    {
        DateOnly? since = null;
        foreach (var step in StepsUntil(day))
        {
            if (step.Step == RequestStep.Submitted) since = UkClock.DayOf(step.At);
            else if (IsEndOfWait(step.Step)) since = null;
        }
        return since;
    }

    /// <summary>
    /// Working days it had waited for a decision at the end of a day. Time in which its own agency changed it does not count.
    /// </summary>
    public int WorkingDaysWaited(DateOnly day)
    {
        var waited = 0;
        DateOnly? since = null;
        foreach (var step in StepsUntil(day))
        {
            if (step.Step == RequestStep.Submitted) since ??= UkClock.DayOf(step.At);
            else if (since is { } from && IsEndOfWait(step.Step)) (waited, since) = (waited + Between(from, UkClock.DayOf(step.At)), null);
        }
        return since is { } still ? waited + Between(still, day) : waited;
    }

    /// <summary>The last working day on which it is decided in time, as it stood on a day; null where it did not wait then.</summary>
    public DateOnly? DecideBy(CommissioningTerms terms, DateOnly day)
    {
        if (WaitedSince(day) is null) return null;
        // A weekend counts as the working day before it.
        while (!WorkingDays.IsWorkingDay(day)) day = day.AddDays(-1);
        return day.AddWorkingDays(terms.TargetWorkingDays - WorkingDaysWaited(day));
    }

    private IEnumerable<RequestEvent> StepsUntil(DateOnly day) =>
        events.Where(e => UkClock.DayOf(e.At) <= day).OrderBy(e => e.At).ThenBy(e => e.Step);

    private static bool IsEndOfWait(RequestStep step) => step is RequestStep.TakenBack or RequestStep.ChangesRequested
        or RequestStep.Approved or RequestStep.Declined or RequestStep.Withdrawn;

    private static int Between(DateOnly from, DateOnly until)
    {
        var days = 0;
        for (var day = from.AddDays(1); day <= until; day = day.AddDays(1))
            if (WorkingDays.IsWorkingDay(day)) days++;
        return days;
    }
}
