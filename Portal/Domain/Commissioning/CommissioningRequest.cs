namespace Portal.Domain;

/// <summary>
/// A request to commission training: why, what, from whom, how it meets the standards and what it costs; then a decision, with its
/// conditions. Basis: agencies work with the partnership when they commission training, so that it meets the standards (resolution 6 of
/// December 2016).
/// </summary>
public sealed partial class CommissioningRequest : IBelongToPartnership, IVersioned
{
    private readonly List<RequestCost> costs = [];
    private readonly List<RequestStatement> statements = [];
    private readonly List<RequestParty> parties = [];
    private readonly List<RequestCondition> conditions = [];
    private readonly List<RequestEvent> events = [];

    public Id<CommissioningRequest> Id { get; init; } = Id<CommissioningRequest>.New();
    public required Id<Partnership> PartnershipId { get; init; }

    /// <summary>Its number within the partnership, from 1.</summary>
    public required int Number { get; init; }

    /// <summary>The agency that asks; null where the partnership itself does.</summary>
    public Id<Agency>? AgencyId { get; private set; }
    public string Title { get; private set; } = "";
    public RequestState State { get; private set; }

    /// <summary>UTC: from when every agency may find it and join; null while only its own does.</summary>
    public DateTime? SharedAt { get; private set; }

    /// <summary>UTC: when it was last sent for a decision.</summary>
    public DateTime? SubmittedAt { get; private set; }

    /// <summary>What must change before it is decided: shown until it is sent again.</summary>
    public string? ChangeNote { get; private set; }

    /// <summary>Who decides on it, as it was when it was sent.</summary>
    public DecisionRoute Route { get; private set; }

    /// <summary>People of the agency below the level when it was sent; of all agencies where the partnership asks.</summary>
    public int? PeopleBelow { get; private set; }
    public DecisionTaken? Decision { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<RequestCost> Costs => costs;
    public IReadOnlyList<RequestStatement> Statements => statements;
    public IReadOnlyList<RequestParty> Parties => parties;
    public IReadOnlyList<RequestCondition> Conditions => conditions;
    public IReadOnlyList<RequestEvent> Events => events;

    /// <summary>What people call it in messages and minutes: "CR-0007".</summary>
    public string Reference => ReferenceOf(Number);
    public bool MayBeWritten => State is RequestState.Draft or RequestState.ChangesRequested;

    /// <summary>Whether agencies other than its own may ask along with it.</summary>
    public bool MayBeJoined => SharedAt is not null && (MayBeWritten || State == RequestState.Submitted);

    public static string ReferenceOf(int number) => $"CR-{number:0000}";

    public static CommissioningRequest Start(Viewer viewer, Id<Agency>? agency, int number, string title, DateTime now)
    {
        var request = new CommissioningRequest
        {
            PartnershipId = viewer.PartnershipId, AgencyId = agency, Number = number, Title = title,
        };
        request.Note(RequestStep.Started, viewer, now);
        return request;
    }

    /// <summary>Somebody wrote in it. Noted once for each, because nobody decides on what they wrote.</summary>
    public void WrittenBy(Viewer viewer, DateTime now)
    {
        if (!IsAuthor(viewer)) Note(RequestStep.Written, viewer, now);
    }

    /// <summary>Whether somebody started it, wrote in it or sent it.</summary>
    public bool IsAuthor(Viewer viewer) => viewer.UserId is not null && events.Exists(e => e.UserId == viewer.UserId
        && (e.Step is RequestStep.Started or RequestStep.Written or RequestStep.Submitted));

    /// <summary>Lets every agency find it before it is sent, so that those who need the same can ask together.</summary>
    public void Share(Viewer viewer, DateTime now)
    {
        RefuseUnlessWritten();
        if (SharedAt is not null) throw new Refused("The partnership can see this request already");
        SharedAt = now;
        Note(RequestStep.Shared, viewer, now);
    }

    /// <summary>Sends it for a decision. Refused while a part is not complete.</summary>
    /// <param name="peopleBelow">Below its level today, of those it is for.</param>
    public void Submit(Viewer viewer, Holding holding, CommissioningTerms terms, int peopleBelow, DateTime now)
    {
        RefuseUnlessWritten();
        if (Missing(holding) is [var missing, ..]) throw new Refused($"{missing.Part.Words()} is not complete: {missing.Why}");
        (State, SubmittedAt, ChangeNote, PeopleBelow) = (RequestState.Submitted, now, null, peopleBelow);
        SharedAt ??= now;
        Route = terms.RouteFor(Asked);
        Note(RequestStep.Submitted, viewer, now);
    }

    /// <summary>Its agency writes on, as long as nobody has decided.</summary>
    public void TakeBack(Viewer viewer, DateTime now)
    {
        RefuseUnless(RequestState.Submitted);
        State = RequestState.Draft;
        Note(RequestStep.TakenBack, viewer, now);
    }

    /// <summary>It is not wanted any more. What was decided stays decided.</summary>
    public void Withdraw(Viewer viewer, string? because, DateTime now)
    {
        if (State is not (RequestState.Draft or RequestState.Submitted or RequestState.ChangesRequested))
            throw new Refused($"This request is {State.Words()}, so it cannot be withdrawn");
        State = RequestState.Withdrawn;
        Note(RequestStep.Withdrawn, viewer, now, because);
    }

    /// <summary>Another agency asks along for so many places; asking again changes the number.</summary>
    public void Join(Viewer viewer, Id<Agency> agency, string name, int places, DateTime now)
    {
        if (!MayBeJoined) throw new Refused($"This request is {State.Words()}, so nobody can join it now");
        if (agency == AgencyId) throw new Refused("This is your own agency’s request");
        RefuseUnlessPlaces(places, nameof(RequestParty.Places));
        if (parties.Find(p => p.AgencyId == agency) is { } known) known.Places = places;
        else parties.Add(new() { RequestId = Id, AgencyId = agency, Places = places });
        Note(RequestStep.Joined, viewer, now, $"{name}, for {Words.Count(places, "place")}");
    }

    public void Leave(Viewer viewer, Id<Agency> agency, string name, DateTime now)
    {
        if (!MayBeJoined) throw new Refused($"This request is {State.Words()}, so nobody can leave it now");
        if (parties.RemoveAll(p => p.AgencyId == agency) == 0) throw new Refused("Your agency has not joined this request");
        Note(RequestStep.Left, viewer, now, name);
    }

    /// <summary>Refuses to change what someone else now reads.</summary>
    public void RefuseUnlessWritten()
    {
        if (!MayBeWritten) throw new Refused($"This request is {State.Words()}, so it cannot be changed now");
    }

    private void RefuseUnless(RequestState state)
    {
        if (State != state) throw new Refused($"This request is {State.Words()}");
    }

    private void Note(RequestStep step, Viewer viewer, DateTime now, string? note = null) =>
        events.Add(new RequestEvent { RequestId = Id }.Taken(step, viewer, now, note));
}
