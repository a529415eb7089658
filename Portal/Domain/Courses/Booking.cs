namespace Portal.Domain;

/// <summary>
/// One person's place on a run, from the first question to the mark in the register, or their place in the queue for one. What it
/// gives to or takes from others is decided by <see cref="RunPlaces"/>, which alone makes one, offers, and frees.
/// </summary>
public sealed class Booking : IBelongToAgency, IVersioned
{
    /// <summary>How long a line manager has to answer, at most.</summary>
    public static readonly TimeSpan ManagerHas = TimeSpan.FromDays(3);

    private readonly List<BookingEvent> events = [];

    public Id<Booking> Id { get; init; } = Id<Booking>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<CourseRun> RunId { get; init; }
    public required Id<StaffMember> StaffId { get; init; }

    /// <summary>The agency whose place it is: the one that the person works for when it is made.</summary>
    public required Id<Agency> AgencyId { get; init; }

    /// <summary>Its turn: the order in which people of this run asked, from 1.</summary>
    public required int Number { get; init; }
    public required Id<User>? MadeBy { get; init; }

    /// <summary>What the place costs the agency, as it was when it was asked for.</summary>
    public required Money Price { get; init; }

    /// <summary>The booking whose place this one took over.</summary>
    public Id<Booking>? TakesOverFrom { get; init; }
    public BookingState State { get; private set; }

    /// <summary>UTC: until when an offer, or the line manager’s answer, is waited for; null when nothing is.</summary>
    public DateTime? AnswerBy { get; private set; }

    /// <summary>Whether the line manager has agreed, so that nobody asks again when a place is offered.</summary>
    public bool ManagerAgreed { get; private set; }

    /// <summary>Fingerprint of the code in the link by which the person, or the manager, answers without an account.</summary>
    public string? LinkHash { get; private set; }

    /// <summary>Whether it was cancelled after cancelling was free.</summary>
    public bool IsLate { get; private set; }

    /// <summary>Whether the organiser asks nothing for it. Nobody is asked why.</summary>
    public bool IsWaived { get; private set; }
    public int Version { get; private set; }
    public IReadOnlyList<BookingEvent> Events => events;

    /// <summary>Whether cancelling at an instant comes after it was free: a place that is booked is then charged.</summary>
    public bool WouldBeLateAt(CourseRun run, DateTime now) => State == BookingState.Booked && now >= run.LateFrom;

    /// <summary>What the agency is charged.</summary>
    public Money Charge(CourseRun run) => Charges.Of(State, IsLate, IsWaived, Price, run.LateFee, run.NoShowFee);

    /// <summary>The person gives the place or the turn back; after cancelling was free it may cost.</summary>
    public void Cancel(CourseRun run, Viewer viewer, DateTime now)
    {
        RefuseUnlessLive();
        if (run.StartsAt <= now && State.HoldsPlace()) throw new Refused("This date has begun, so the place cannot be cancelled any more");
        IsLate = WouldBeLateAt(run, now);
        Go(BookingState.Cancelled, IsLate ? BookingStep.CancelledLate : BookingStep.Cancelled, viewer, now);
    }

    /// <summary>The run does not take place.</summary>
    public void CancelWithRun(Viewer viewer, DateTime now)
    {
        RefuseUnlessLive();
        Go(BookingState.Cancelled, BookingStep.RunCancelled, viewer, now);
    }

    /// <summary>The line manager agrees; the place, which was kept, is theirs.</summary>
    public void Agree(Viewer manager, DateTime now)
    {
        RefuseUnless(BookingState.AwaitingManager, now);
        ManagerAgreed = true;
        Go(BookingState.Booked, BookingStep.ManagerAgreed, manager, now);
    }

    /// <summary>The line manager does not. Nobody is asked why.</summary>
    public void Decline(Viewer manager, DateTime now)
    {
        RefuseUnless(BookingState.AwaitingManager);
        Go(BookingState.Declined, BookingStep.ManagerDeclined, manager, now);
    }

    /// <summary>The person takes the place that is offered. The line manager may still have to agree.</summary>
    public void Accept(CourseRun run, Viewer viewer, DateTime now)
    {
        RefuseUnless(BookingState.Offered, now);
        if (run.ManagerApproves && !ManagerAgreed) WaitForManager(run, BookingStep.OfferTaken, viewer, now);
        else Go(BookingState.Booked, BookingStep.OfferTaken, viewer, now);
    }

    /// <summary>The person does not want the place that is offered: it goes to the next.</summary>
    public void TurnDown(Viewer viewer, DateTime now)
    {
        RefuseUnless(BookingState.Offered);
        Go(BookingState.Lapsed, BookingStep.OfferDeclined, viewer, now);
    }

    /// <summary>Whether the time to answer is over: the one that was given, or the one in which there is booking at all.</summary>
    public bool IsUnansweredAt(CourseRun run, DateTime now) => AnswerBy is { } until && (until <= now || run.ClosesAt <= now);

    /// <summary>Nobody has answered in time.</summary>
    public void Lapse(CourseRun run, Viewer viewer, DateTime now)
    {
        if (!IsUnansweredAt(run, now)) throw new Refused("There is still time to answer");
        Go(State == BookingState.AwaitingManager ? BookingState.Declined : BookingState.Lapsed, BookingStep.Lapsed, viewer, now);
    }

    /// <summary>A colleague goes instead.</summary>
    internal void PassOn(CourseRun run, Viewer viewer, DateTime now)
    {
        RefuseUnless(BookingState.Booked);
        if (run.StartsAt <= now) throw new Refused("This date has begun, so nobody can take the place over");
        Go(BookingState.Substituted, BookingStep.Substituted, viewer, now);
    }

    /// <summary>What the register says. May be corrected; one that was on the list cannot have been absent before the run began.</summary>
    public void Mark(BookingState mark, CourseRun run, Viewer viewer, DateTime now)
    {
        if (!mark.IsMark()) throw new ArgumentOutOfRangeException(nameof(mark));
        if (run.WhyNotMarkedAt(now, mark) is { } why) throw new Refused(why);
        if (State != BookingState.Booked && !State.IsMark()) throw new Refused($"This booking is “{State.Words()}”, so it has no mark");
        if (State == mark) return;
        (State, AnswerBy, LinkHash) = (mark, null, null);
        Note(BookingStep.Marked, viewer, now, mark.Words());
    }

    public void TakeMarkBack(Viewer viewer, DateTime now)
    {
        if (!State.IsMark()) throw new Refused("There is no mark to take back");
        State = BookingState.Booked;
        Note(BookingStep.MarkTakenBack, viewer, now, null);
    }

    /// <summary>Nothing is asked for it. No reason is kept.</summary>
    public void Waive(Viewer viewer, DateTime now)
    {
        if (IsWaived) throw new Refused("This charge has been waived already");
        IsWaived = true;
        Note(BookingStep.ChargeWaived, viewer, now, null);
    }

    /// <summary>The code of a new link takes the place of an older one.</summary>
    public void AnsweredBy(string linkHash) => LinkHash = linkHash;

    internal void Book(Viewer viewer, DateTime now, bool managerAgreed)
    {
        ManagerAgreed = managerAgreed;
        Go(BookingState.Booked, BookingStep.Booked, viewer, now);
    }

    internal void Queue(Viewer viewer, DateTime now, bool managerAgreed)
    {
        ManagerAgreed = managerAgreed;
        Go(BookingState.Waiting, BookingStep.JoinedWaitingList, viewer, now);
    }

    internal void Offer(DateTime until, Viewer viewer, DateTime now)
    {
        RefuseUnless(BookingState.Waiting);
        Go(BookingState.Offered, BookingStep.Offered, viewer, now);
        AnswerBy = until;
    }

    internal void WaitForManager(CourseRun run, BookingStep step, Viewer viewer, DateTime now)
    {
        Go(BookingState.AwaitingManager, step, viewer, now);
        AnswerBy = now + ManagerHas < run.ClosesAt ? now + ManagerHas : run.ClosesAt;
    }

    private void RefuseUnlessLive()
    {
        if (!State.IsLive()) throw new Refused($"This booking is “{State.Words()}” already");
    }

    private void RefuseUnless(BookingState state, DateTime? at = null)
    {
        if (State != state) throw new Refused($"This booking is “{State.Words()}”");
        if (AnswerBy <= at) throw new Refused("The time to answer is over, and the place has gone to the next person");
    }

    private void Go(BookingState state, BookingStep step, Viewer viewer, DateTime now)
    {
        (State, AnswerBy, LinkHash) = (state, null, null);
        Note(step, viewer, now, null);
    }

    private void Note(BookingStep step, Viewer viewer, DateTime now, string? note) =>
        events.Add(new BookingEvent { BookingId = Id }.Taken(step, viewer, now, note));
}
