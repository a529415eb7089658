namespace Portal.Domain;

// How the agency that asks appeals against a decision, once.
public sealed partial class CommissioningRequest
{
    /// <summary>Null while nobody has appealed.</summary>
    public RequestAppeal? Appeal { get; private set; }

    /// <summary>Whether an appeal waits for the chair: nothing is ordered meanwhile.</summary>
    public bool IsAppealed => Appeal is { Outcome: AppealOutcome.Waiting };

    /// <summary>What was decided first, whatever the chair made of it.</summary>
    public RequestState Decided =>
        Appeal is { Outcome: AppealOutcome.Changed, Against: AppealAgainst.Declining } ? RequestState.Declined : State;

    /// <summary>The last day of an appeal; null while nothing is decided.</summary>
    public DateOnly? AppealBy(CommissioningTerms terms) =>
        Decision is { } decision ? UkClock.DayOf(decision.At).AddWorkingDays(terms.AppealWorkingDays) : null;

    /// <summary>What could be appealed against today; null when nothing can.</summary>
    public AppealAgainst? MayAppeal(CommissioningTerms terms, bool isOrdered, DateOnly today) =>
        Appeal is not null || isOrdered || AppealBy(terms) is not { } last || today > last ? null
        : State == RequestState.Declined ? AppealAgainst.Declining
        : State == RequestState.Approved && conditions.Exists(c => c.MetOn is null) ? AppealAgainst.Conditions
        : null;

    /// <summary>
    /// Asks the chair to look at the decision. Refused a second time, when nothing was declined and no condition is still to be met, once
    /// it is ordered, and when the days for it are over.
    /// </summary>
    public void MakeAppeal(Viewer viewer, string? because, CommissioningTerms terms, bool isOrdered, DateTime now)
    {
        if (Appeal is not null) throw new Refused("There has been an appeal already, and there is one at most");
        if (isOrdered) throw new Refused("This request has been ordered, so the decision stands");
        var today = UkClock.DayOf(now);
        if (AppealBy(terms) is { } last && today > last)
            throw new Refused($"An appeal was possible until {Words.Day(last)}. You can start another request");
        if (MayAppeal(terms, isOrdered, today) is not { } against)
            throw new Refused($"This request is {State.Words()}. An appeal is against declining it, or against conditions still to be met");
        if (string.IsNullOrWhiteSpace(because)) throw new Refused("Enter why the chair should look at it", nameof(RequestAppeal.Because));
        Appeal = new() { RequestId = Id, At = now, By = viewer.Name, Against = against, Because = because };
        Note(RequestStep.Appealed, viewer, now, because);
    }

    /// <summary>
    /// The chair answers. Where it changes a decision to decline, the request is approved; where it is against conditions, those that are
    /// lifted go. A note says why, because whoever asked is told. Refused to whoever decided, wrote or sent it, or appealed.
    /// </summary>
    public void AnswerAppeal(Viewer viewer, bool isChanged, IReadOnlyCollection<Id<RequestCondition>> lifted, string? note, DateTime now)
    {
        if (!IsAppealed || Appeal is not { } appeal) throw new Refused("No appeal waits for an answer");
        if (IsAuthor(viewer) || HasTaken(viewer, RequestStep.Approved, RequestStep.Declined, RequestStep.Appealed))
            throw new Refused("Someone who did not decide, write or send it, and did not appeal, must answer the appeal");
        if (string.IsNullOrWhiteSpace(note)) throw new Refused("Enter why", nameof(RequestAppeal.Note));
        var open = conditions.Where(c => c.MetOn is null && lifted.Contains(c.Id)).ToList();
        if (isChanged && appeal.Against == AppealAgainst.Conditions && open.Count == 0)
            throw new Refused("Select at least one condition that is lifted", "Lifted");
        if (isChanged && appeal.Against == AppealAgainst.Declining) State = RequestState.Approved;
        if (isChanged && appeal.Against == AppealAgainst.Conditions) conditions.RemoveAll(open.Contains);
        appeal.Answer(viewer, isChanged ? AppealOutcome.Changed : AppealOutcome.Stands, note, now);
        Note(isChanged ? RequestStep.AppealChanged : RequestStep.AppealStands, viewer, now, note);
        if (isChanged) open.ForEach(c => Note(RequestStep.ConditionLifted, viewer, now, c.What));
    }

    private bool HasTaken(Viewer viewer, params RequestStep[] steps) =>
        viewer.UserId is not null && events.Exists(e => e.UserId == viewer.UserId && steps.Contains(e.Step));
}

/// <summary>What an appeal is against.</summary>
public enum AppealAgainst { Declining, Conditions }

public enum AppealOutcome { Waiting, Stands, Changed }

/// <summary>An appeal against the decision on a request, and what the chair answered.</summary>
public sealed class RequestAppeal
{
    public required Id<CommissioningRequest> RequestId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }
    public required string By { get; init; }
    public required AppealAgainst Against { get; init; }

    /// <summary>Why the chair should look at it, in the agency’s words.</summary>
    public required string Because { get; init; }
    public AppealOutcome Outcome { get; private set; }

    /// <summary>UTC; null while it waits.</summary>
    public DateTime? AnsweredAt { get; private set; }
    public string? AnsweredBy { get; private set; }
    public string? Note { get; private set; }

    internal void Answer(Viewer viewer, AppealOutcome outcome, string note, DateTime now) =>
        (Outcome, AnsweredAt, AnsweredBy, Note) = (outcome, now, viewer.Name, note);
}

public static class AppealWords
{
    public static string Words(this AppealAgainst against) => against switch
    {
        AppealAgainst.Declining => "against declining it",
        AppealAgainst.Conditions => "against its conditions",
    };

    public static string Words(this AppealOutcome outcome) => outcome switch
    {
        AppealOutcome.Waiting => "Waiting for the chair",
        AppealOutcome.Stands => "The decision stands",
        AppealOutcome.Changed => "The decision was changed",
    };
}
