namespace Portal.Domain;

// How a request is decided, and what its approval depends on.
public sealed partial class CommissioningRequest
{
    public const int MostConditions = 10;

    /// <summary>One thing that an approval depends on.</summary>
    public sealed record Condition(string What, string Owner, DateOnly DueOn);

    /// <summary>Where and how it was decided.</summary>
    /// <param name="Meeting">The meeting whose minutes say it; null where the commissioner decides alone.</param>
    /// <param name="Members">Members present then.</param>
    /// <param name="Agencies">Agencies present then.</param>
    /// <param name="Interests">Interests that were declared; null where there were none.</param>
    public sealed record Deciding(string? Note, Meeting? Meeting, int? Members, int? Agencies, string? Interests);

    /// <summary>The one who decides asks for changes first. A note says which.</summary>
    public void RequestChanges(Viewer viewer, string? note, DateTime now)
    {
        RefuseUnless(RequestState.Submitted);
        if (string.IsNullOrWhiteSpace(note)) throw new Refused("Enter what should be changed", nameof(Deciding.Note));
        (State, ChangeNote) = (RequestState.ChangesRequested, note);
        Note(RequestStep.ChangesRequested, viewer, now, note);
    }

    public void Approve(Viewer viewer, Deciding how, IReadOnlyList<Condition> on, CommissioningTerms terms, DateTime now)
    {
        RefuseUnlessDecider(viewer, how, terms, now);
        if (on.Count > MostConditions) throw new Refused($"An approval has at most {MostConditions} conditions");
        foreach (var condition in on)
        {
            if (condition.DueOn < UkClock.DayOf(now)) throw new Refused("The day of a condition must be today or in the future", "DueOn");
            conditions.Add(new() { RequestId = Id, What = condition.What, Owner = condition.Owner, DueOn = condition.DueOn });
        }
        Decide(RequestState.Approved, RequestStep.Approved, viewer, how, now);
    }

    /// <summary>Declines it. A note says why, because whoever asked is told.</summary>
    public void Decline(Viewer viewer, Deciding how, CommissioningTerms terms, DateTime now)
    {
        RefuseUnlessDecider(viewer, how, terms, now);
        if (string.IsNullOrWhiteSpace(how.Note)) throw new Refused("Enter why it is declined", nameof(how.Note));
        Decide(RequestState.Declined, RequestStep.Declined, viewer, how, now);
    }

    public void Meet(Viewer viewer, Id<RequestCondition> id, string? evidence, DateTime now)
    {
        var condition = conditions.Find(c => c.Id == id) ?? throw new Refused("This condition is no longer there");
        condition.Meet(evidence, UkClock.DayOf(now));
        Note(RequestStep.ConditionMet, viewer, now, condition.What);
    }

    /// <summary>
    /// Refuses whoever has written it, and where a meeting decides, one that cannot have: of another body, cancelled, still to come, held
    /// before the request was sent, or without a quorum.
    /// </summary>
    private void RefuseUnlessDecider(Viewer viewer, Deciding how, CommissioningTerms terms, DateTime now)
    {
        RefuseUnless(RequestState.Submitted);
        if (IsAuthor(viewer)) throw new Refused("Someone else must decide on a request that you wrote or sent");
        if (Route.Body() is null) return;
        if (how.Meeting is not { CancelledOn: null } meeting)
            throw new Refused($"Select the meeting that decided: this is for {Route.Words()}", "MeetingId");
        if (meeting.Day > UkClock.DayOf(now)) throw new Refused("This meeting has not taken place yet", "MeetingId");
        if (meeting.Day < UkClock.DayOf(SubmittedAt ?? now))
            throw new Refused("This meeting took place before the request was sent", "MeetingId");
        if (how.Members is not { } members || members < terms.QuorumMembers)
            throw new Refused($"A decision needs {Words.Count(terms.QuorumMembers, "member")} present", nameof(how.Members));
        if (how.Agencies is not { } agencies || agencies < terms.QuorumAgencies)
            throw new Refused(
                $"A decision needs members of {Words.Count(terms.QuorumAgencies, "agency", "agencies")}", nameof(how.Agencies));
        if (agencies > members) throw new Refused("There cannot be more agencies than members", nameof(how.Agencies));
    }

    private void Decide(RequestState state, RequestStep step, Viewer viewer, Deciding how, DateTime now)
    {
        (State, ChangeNote) = (state, null);
        Decision = new()
        {
            RequestId = Id, At = now, By = viewer.Name, MeetingId = how.Meeting?.Id, Members = how.Members, Agencies = how.Agencies,
            Interests = how.Interests, Note = how.Note,
        };
        Note(step, viewer, now, how.Note);
    }
}

/// <summary>What was decided on a request, where, and by how many.</summary>
public sealed class DecisionTaken
{
    public required Id<CommissioningRequest> RequestId { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who recorded it.</summary>
    public required string By { get; init; }
    public Id<Meeting>? MeetingId { get; init; }
    public int? Members { get; init; }
    public int? Agencies { get; init; }
    public string? Interests { get; init; }
    public string? Note { get; init; }
}
