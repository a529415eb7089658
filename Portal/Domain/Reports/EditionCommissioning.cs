using System.Text.Json.Serialization;

namespace Portal.Domain;

/// <summary>Commissioning as an edition found it, at the end of its cut-off day.</summary>
/// <param name="Dates">
/// That standard S12 counts of agencies whose phase has begun: commissioned for them, of the 12 months before or still to come.
/// </param>
/// <param name="First">Of these, those that the partnership had approved first.</param>
/// <param name="NotFirst">All others but the urgent ones, by agency and course.</param>
/// <param name="Waiting">Requests that waited for a decision, the oldest first.</param>
/// <param name="Urgent">Urgent dates that were commissioned first and asked for in time, by agency and course.</param>
/// <param name="Conditions">Of approvals, those still to be met, the first due first.</param>
public sealed record EditionCommissioning(
    int Dates, int First, IReadOnlyList<NotApprovedFirst> NotFirst, IReadOnlyList<RequestWaiting> Waiting,
    IReadOnlyList<ConditionUnmet> Conditions, IReadOnlyList<NotApprovedFirst>? Urgent = null)
{
    /// <summary>What waiting requests ask of the partnership together.</summary>
    [JsonIgnore]
    public Money Asked => Waiting.Select(w => w.Asked).Sum();

    /// <summary>All that needs attention, one under another.</summary>
    [JsonIgnore]
    public IEnumerable<CommissioningItem> Items =>
    [
        .. NotFirst.Select(n => new CommissioningItem("Commissioned without approval first", n.Course, n.Agency, n.Words, n.FirstOn, null)),
        .. Waiting.Select(w => new CommissioningItem("Request waiting for a decision", $"{w.Reference} {w.Title}", w.Agency,
            $"It is for {w.DecidedBy}", w.DecideBy, w.Asked)),
        .. Conditions.Select(c => new CommissioningItem("Condition to be met", $"{c.Reference} {c.Title}", c.Agency,
            $"{c.What}: {c.Owner}", c.DueOn, null)),
    ];
}

/// <param name="Dates">How many of its dates.</param>
/// <param name="FirstOn">The first of them.</param>
public sealed record NotApprovedFirst(string Agency, string Course, int Dates, DateOnly FirstOn)
{
    [JsonIgnore]
    public string Words => $"{Domain.Words.Count(Dates, "date")}, the first on {Domain.Words.Day(FirstOn)}";
}

/// <param name="Agency">What asks: an agency, or the partnership itself.</param>
/// <param name="DecidedBy">Whose decision it is, within a sentence.</param>
/// <param name="SentOn">Since when it waited.</param>
/// <param name="DecideBy">The last working day on which it would be decided in time.</param>
public sealed record RequestWaiting(
    string Reference, string Title, string Agency, Money Asked, string DecidedBy, DateOnly SentOn, DateOnly DecideBy);

/// <param name="Owner">The office that answers for it.</param>
public sealed record ConditionUnmet(string Reference, string Title, string Agency, string What, string Owner, DateOnly DueOn);

/// <summary>One thing about commissioning that needs attention.</summary>
public sealed record CommissioningItem(string What, string Name, string Agency, string Why, DateOnly Day, Money? Asked);

/// <summary>What an edition says of commissioning: plain, and without blame. Each sentence counts what its tables show.</summary>
public static class CommissioningSentences
{
    public static IEnumerable<string> Of(EditionCommissioning commissioning, DateOnly cutOff)
    {
        yield return commissioning.Dates == 0
            ? $"No training was commissioned for agencies in the 12 months to {Words.Day(cutOff)}, and none is to come."
            : $"Of {Words.Count(commissioning.Dates, "date")} commissioned for agencies, of the 12 months to {Words.Day(cutOff)} and to "
                + $"come, the Partnership had approved {Words.Number(commissioning.First)} first.";
        if (commissioning.NotFirst.Count > 0)
            yield return $"{Words.Count(commissioning.NotFirst.Sum(n => n.Dates), "date")} of "
                + $"{Words.Count(commissioning.NotFirst.Select(n => n.Agency).Distinct().Count(), "agency", "agencies")} "
                + $"{(commissioning.NotFirst.Sum(n => n.Dates) == 1 ? "was" : "were")} not; the table names them.";
        if (commissioning.Urgent is { Count: > 0 } urgent)
            yield return $"{Words.Count(urgent.Sum(n => n.Dates), "date was", "dates were")} urgent, commissioned first and asked for in "
                + "time.";
        if (commissioning.Waiting.Count > 0)
            yield return $"{Words.Count(commissioning.Waiting.Count, "request waits", "requests wait")} for a decision and "
                + $"{(commissioning.Waiting.Count == 1 ? "asks" : "ask")} the Partnership for {commissioning.Asked}"
                + $"{Late(commissioning.Waiting.Count(w => w.DecideBy < cutOff), "a decision on", "is", "are")}.";
        if (commissioning.Conditions.Count > 0)
            yield return $"{Words.Count(commissioning.Conditions.Count, "condition of an approval is", "conditions of approvals are")} "
                + $"still to be met{Late(commissioning.Conditions.Count(c => c.DueOn < cutOff), "", "is", "are")}.";
    }

    private static string Late(int late, string what, string one, string several) => late == 0 ? ""
        : $"; {what}{(what == "" ? "" : " ")}{Words.Number(late)} of them {(late == 1 ? one : several)} past the day on which it was due";
}
