namespace Portal.Domain;

/// <summary>
/// One agency's return for a cycle: what is missing, what will be done and what it costs. Signed by the executive lead,
/// moderated by the commissioner. Basis: the partnership's resolution of December 2016 on skill-gap assessments and costings.
/// </summary>
public sealed class AgencyReturn : IBelongToAgency, IVersioned
{
    /// <summary>At most so many staff, and the return is one page.</summary>
    public const int OnePageStaff = 10;

    /// <summary>How many days before it is due an agency is reminded of it.</summary>
    public static readonly IReadOnlyList<int> RemindedDaysBefore = [14, 7, 2];

    private readonly List<ReturnEvent> events = [];

    public Id<AgencyReturn> Id { get; init; } = Id<AgencyReturn>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Cycle> CycleId { get; init; }
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>1 for the first, 2 after the first accepted one was reopened…</summary>
    public required int Number { get; init; }
    public ReturnState State { get; private set; }

    /// <summary>The instant after which it is late: the cycle's, or later by an extension.</summary>
    public required DateTime DueAt { get; set; }
    public string? ExtensionReason { get; private set; }

    /// <summary>When the figures were taken from the staff list and the records.</summary>
    public DateTime FiguresTakenAt { get; set; }

    /// <summary>When it first went to the executive lead; sent back, it counts again from the next time.</summary>
    public DateTime? SentAt { get; private set; }
    public Id<User>? SentBy { get; private set; }
    public DateTime? SignedAt { get; private set; }
    public Id<User>? SignedBy { get; private set; }
    public string? SignedByName { get; private set; }
    public DateTime? AcceptedAt { get; private set; }

    /// <summary>What must change before it is accepted, or signed: shown as a banner until it is sent again.</summary>
    public string? ChangeNote { get; private set; }

    /// <summary>The gaps, and of these the costed and the planned, when it was last sent: what the standards count.</summary>
    public GapCounts Sent { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<ReturnEvent> Events => events;
    public bool MayBeWritten => State is ReturnState.Draft or ReturnState.ChangesRequested or ReturnState.Reopened;

    /// <summary>How it stands against its due hour at an instant. A version after the first is judged by the first.</summary>
    public Timeliness At(DateTime now) => SentAt is { } sent ? sent <= DueAt || Number > 1 ? Timeliness.OnTime : Timeliness.Late
        : Number > 1 || now <= DueAt ? Timeliness.NotDue : Timeliness.NotReturned;

    public void Opened(Viewer viewer, DateTime now) => Note(ReturnStep.Opened, viewer, now, null);

    /// <summary>What somebody asked to be changed the last time, with the answer that came with it when it was sent again.</summary>
    public (ReturnEvent Asked, ReturnEvent? Answer)? LastAsked =>
        events.Where(e => e.Step is ReturnStep.SentBack or ReturnStep.ChangesRequested or ReturnStep.Reopened).MaxBy(e => e.At) is { } asked
            ? (asked, events.Where(e => e.Step == ReturnStep.Sent && e.At > asked.At).MaxBy(e => e.At)) : null;

    /// <summary>The training lead is done: the executive lead is asked to sign.</summary>
    /// <param name="answer">To what was asked to be changed; null where nothing was, or there is nothing to say.</param>
    public void Send(Viewer viewer, GapCounts counts, DateTime now, string? answer = null)
    {
        RefuseUnlessWritten();
        (State, Sent, ChangeNote) = (ReturnState.AwaitingSignature, counts, null);
        SentAt ??= now;
        SentBy = viewer.UserId;
        Note(ReturnStep.Sent, viewer, now, answer);
    }

    /// <summary>Whoever wrote it writes on, as long as nobody has signed. What was asked to be changed is shown again.</summary>
    public void TakeBack(Viewer viewer, DateTime now)
    {
        RefuseUnless(ReturnState.AwaitingSignature);
        WriteOn(LastAsked?.Asked.Note);
        Note(ReturnStep.TakenBack, viewer, now, null);
    }

    /// <summary>The executive lead wants something changed first. A note says what.</summary>
    public void SendBack(Viewer executive, string? note, DateTime now)
    {
        RefuseUnless(ReturnState.AwaitingSignature);
        if (string.IsNullOrWhiteSpace(note)) throw new Refused("Enter what should be changed", "Note");
        WriteOn(note);
        Note(ReturnStep.SentBack, executive, now, note);
    }

    /// <summary>The executive lead signs, and the return is made. Whoever sent it cannot sign it.</summary>
    public void Sign(Viewer executive, DateTime now)
    {
        RefuseUnless(ReturnState.AwaitingSignature);
        if (executive.UserId is not null && executive.UserId == SentBy) throw new Refused("Someone else must sign a return that you sent");
        (State, SignedBy, SignedByName) = (ReturnState.Submitted, executive.UserId, executive.Name);
        SignedAt ??= now;
        Note(ReturnStep.Signed, executive, now, null);
    }

    /// <summary>The commissioner asks for changes. A note says which.</summary>
    public void RequestChanges(Viewer commissioner, string? note, DateTime now)
    {
        RefuseUnless(ReturnState.Submitted);
        if (string.IsNullOrWhiteSpace(note)) throw new Refused("Enter what should be changed", "Note");
        (State, ChangeNote) = (ReturnState.ChangesRequested, note);
        Note(ReturnStep.ChangesRequested, commissioner, now, note);
    }

    public void Accept(Viewer commissioner, string? note, DateTime now)
    {
        RefuseUnless(ReturnState.Submitted);
        (State, AcceptedAt, ChangeNote) = (ReturnState.Accepted, now, null);
        Note(ReturnStep.Accepted, commissioner, now, note);
    }

    /// <summary>A new version to be written; this one stays as it was accepted.</summary>
    public AgencyReturn Reopen(Viewer viewer, string? note, DateTime now)
    {
        RefuseUnless(ReturnState.Accepted);
        if (string.IsNullOrWhiteSpace(note)) throw new Refused("Enter why it is reopened", "Note");
        var next = new AgencyReturn
        {
            PartnershipId = PartnershipId, CycleId = CycleId, AgencyId = AgencyId, Number = Number + 1, DueAt = DueAt,
            FiguresTakenAt = FiguresTakenAt,
            State = ReturnState.Reopened, ExtensionReason = ExtensionReason, ChangeNote = note,
        };
        next.Note(ReturnStep.Reopened, viewer, now, note);
        return next;
    }

    /// <summary>More time, for a reason, until an instant that is later than now and than the due hour.</summary>
    public void Extend(Viewer commissioner, DateTime until, string? reason, DateTime now)
    {
        if (SentAt is not null) throw new Refused("This return has already been sent, so it needs no more time");
        if (string.IsNullOrWhiteSpace(reason)) throw new Refused("Enter the reason for more time", "Reason");
        if (until <= DueAt || until <= now) throw new Refused("The new date must be later than the due date and in the future", "Until");
        if (UkClock.DayOf(until) > UkClock.DayOf(DueAt).AddDays(LongestExtensionDays))
            throw new Refused($"An extension is at most {LongestExtensionDays} days", "Until");
        (DueAt, ExtensionReason) = (until, reason);
        Note(ReturnStep.Extended, commissioner, now, reason);
    }

    /// <summary>
    /// The last day, up to today, on which someone is reminded that it waits for a signature: 5 working days after it was
    /// sent, and the days before it is due, each at least three days after the one before it. Null while none has come.
    /// </summary>
    public DateOnly? SignatureReminder(DateOnly sentOn, DateOnly today)
    {
        // Once signed, or accepted, it is only sent again, and its due day is behind it.
        var before = SignedAt is null && Number == 1 ? RemindedDaysBefore.Select(days => UkClock.DayOf(DueAt).AddDays(-days)) : [];
        DateOnly? last = null;
        foreach (var day in before.Append(sentOn.AddWorkingDays(WorkingDaysToSign)).Where(d => d <= today).Order())
            if (day >= (last ?? sentOn).AddDays(DaysBetweenReminders)) last = day;
        return last;
    }

    public void Shared(Viewer viewer, string note, DateTime now) => Note(ReturnStep.Shared, viewer, now, note);

    /// <summary>Refuses to change what someone else now reads.</summary>
    public void RefuseUnlessWritten()
    {
        if (!MayBeWritten) throw new Refused($"This return is {State.Words()}, so it cannot be changed now");
    }

    private const int LongestExtensionDays = 92;
    private const int WorkingDaysToSign = 5;
    private const int DaysBetweenReminders = 3;

    private bool AcceptedBefore => Number > 1;

    private void WriteOn(string? note)
    {
        (State, ChangeNote) =
            (AcceptedBefore ? ReturnState.Reopened : SignedAt is null ? ReturnState.Draft : ReturnState.ChangesRequested, note);
        if (SignedAt is null) SentAt = null;
    }

    private void RefuseUnless(ReturnState state)
    {
        if (State != state) throw new Refused($"This return is {State.Words()}");
    }

    private void Note(ReturnStep step, Viewer viewer, DateTime now, string? note) =>
        events.Add(new ReturnEvent { ReturnId = Id }.Taken(step, viewer, now, note));
}

/// <summary>
/// How many gaps there are, and how many of them have a costing, an action with owner and date, and an action whose
/// owner is still to be named.
/// </summary>
public readonly record struct GapCounts(int Gaps, int Costed, int Planned, int OwnerMissing);

/// <summary>One step of a return.</summary>
public sealed class ReturnEvent : Event<ReturnEvent, ReturnStep>
{
    public required Id<AgencyReturn> ReturnId { get; init; }
}
