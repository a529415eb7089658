namespace Portal.Domain;

/// <summary>
/// The places of one run and the queue for them: who gets the next one. Made of the run and all its bookings, while the run is held, so
/// that nobody else decides at the same moment.
/// <para>
/// Rules: never more places than there are; a place that is kept for an agency goes to its people until the release day; whoever asked
/// first is offered first, unless only a place kept for another agency is free; while someone who could have it waits, a free place is
/// offered to them before anyone else can take it. Those who could not come now are passed over and keep their turn.
/// </para>
/// </summary>
public sealed class RunPlaces
{
    /// <summary>How long an offer stands at most, and the part of the time left until booking closes that it may take.</summary>
    public static readonly TimeSpan OfferLasts = TimeSpan.FromHours(24);
    private const int PartOfTheTimeLeft = 4;

    private readonly CourseRun run;
    private readonly List<Booking> bookings;
    private readonly DateTime now;
    private readonly HashSet<Id<StaffMember>> passedOver = [];

    public RunPlaces(CourseRun run, IEnumerable<Booking> bookings, DateTime now)
    {
        (this.run, this.bookings, this.now) = (run, [.. bookings.OrderBy(b => b.Number)], now);
        if (this.bookings.Exists(b => b.RunId != run.Id)) throw new ArgumentException("A booking of another run", nameof(bookings));
    }

    public IReadOnlyList<Booking> Bookings => bookings;
    public int Taken => bookings.Count(b => b.State.HoldsPlace());

    /// <summary>The bookings of those who have a place now, so that it stands in their calendars.</summary>
    public IReadOnlySet<Id<Booking>> Booked => bookings.Where(b => b.State == BookingState.Booked).Select(b => b.Id).ToHashSet();
    public int Waiting => bookings.Count(b => b.State == BookingState.Waiting);

    /// <summary>Whoever waits and would be offered a place now, the first to have asked before the others.</summary>
    public IEnumerable<Booking> Next => run.WhyNotBookedAt(now) is not null || Taken >= run.MaxPlaces ? []
        : bookings.Where(b => b.State == BookingState.Waiting && !passedOver.Contains(b.StaffId) && FreeFor(b.AgencyId) > 0);

    /// <summary>How many places people of an agency could take now, were nobody waiting.</summary>
    public int FreeFor(Id<Agency> agency) => FreePlaces.For(run, agency, TakenBy, Taken, UkClock.DayOf(now));

    /// <summary>People who wait and could not come now, as when another booking is at the same time.</summary>
    public void PassOver(IEnumerable<Id<StaffMember>> people) => passedOver.UnionWith(people);

    /// <summary>The place in the queue of one who waits, from 1; null for one who does not.</summary>
    public int? PositionOf(Booking booking) =>
        booking.State != BookingState.Waiting ? null : bookings.Count(b => b.State == BookingState.Waiting && b.Number <= booking.Number);

    /// <summary>Whether someone of an agency who asks now joins the queue: no place is free, or someone waits who could have it.</summary>
    public bool WouldWait(Id<Agency> agency) => FreeFor(agency) == 0 || Next.Any();

    /// <summary>A place where one is free, else the end of the queue.</summary>
    /// <param name="managerAgrees">Whether the line manager is the one who books, or has agreed.</param>
    public Booking Ask(Viewer viewer, Id<StaffMember> staff, Id<Agency> agency, Money price, bool managerAgrees)
    {
        RefuseUnlessBookable();
        if (bookings.Exists(b => b.StaffId == staff && (b.State.IsLive() || b.State.IsMark())))
            throw new Refused("This person already has a place on this date, or is in the queue for one");
        var booking = New(viewer, staff, agency, price, takesOverFrom: null);
        if (WouldWait(agency)) booking.Queue(viewer, now, managerAgrees);
        else if (run.ManagerApproves && !managerAgrees) booking.WaitForManager(run, BookingStep.AskedManager, viewer, now);
        else booking.Book(viewer, now, managerAgrees);
        bookings.Add(booking);
        return booking;
    }

    /// <summary>Offers every free place to whoever may have it and asked first. Says to whom.</summary>
    public IReadOnlyList<Booking> OfferFree(Viewer viewer)
    {
        List<Booking> offered = [];
        while (Next.FirstOrDefault() is { } next)
        {
            next.Offer(OfferUntil, viewer, now);
            offered.Add(next);
        }
        return offered;
    }

    /// <summary>Ends what nobody answered in time. Says whose.</summary>
    public IReadOnlyList<Booking> LapseUnanswered(Viewer viewer)
    {
        List<Booking> lapsed = [.. bookings.Where(b => b.IsUnansweredAt(run, now))];
        lapsed.ForEach(b => b.Lapse(run, viewer, now));
        return lapsed;
    }

    /// <summary>A colleague of the same agency takes the place over, up to the beginning, whether or not booking has closed.</summary>
    public Booking PassOn(Viewer viewer, Booking from, Id<StaffMember> to)
    {
        if (bookings.Exists(b => b.StaffId == to && b.State.HoldsPlace()))
            throw new Refused("This person already has a place on this date");
        from.PassOn(run, viewer, now);
        // They may have been waiting for a place of their own.
        if (bookings.Find(b => b.StaffId == to && b.State == BookingState.Waiting) is { } waiting) waiting.Cancel(run, viewer, now);
        var booking = New(viewer, to, from.AgencyId, from.Price, from.Id);
        booking.Book(viewer, now, managerAgreed: true);
        bookings.Add(booking);
        return booking;
    }

    /// <summary>Somebody came who was on no list, and there was room.</summary>
    public Booking WalkIn(Viewer viewer, Id<StaffMember> staff, Id<Agency> agency, Money price)
    {
        if (run.State != RunState.Published || run.StartsAt > now) throw new Refused("The register opens when the first session begins");
        if (bookings.Exists(b => b.StaffId == staff && (b.State == BookingState.Booked || b.State.IsMark())))
            throw new Refused("This person is on the register already");
        foreach (var other in bookings.Where(b => b.StaffId == staff && b.State.IsLive()).ToList()) other.CancelWithRun(viewer, now);
        if (Taken >= run.MaxPlaces) throw new Refused("There are no more places on this date");
        var booking = New(viewer, staff, agency, price, takesOverFrom: null);
        booking.Book(viewer, now, managerAgreed: true);
        bookings.Add(booking);
        return booking;
    }

    /// <summary>A day, or less when booking closes soon: an offer never takes more than a part of the time that is left.</summary>
    private DateTime OfferUntil
    {
        get
        {
            var left = (run.ClosesAt - now) / PartOfTheTimeLeft;
            return now + (left < OfferLasts ? left : OfferLasts);
        }
    }

    private int TakenBy(Id<Agency> agency) => bookings.Count(b => b.AgencyId == agency && b.State.HoldsPlace());

    private Booking New(Viewer viewer, Id<StaffMember> staff, Id<Agency> agency, Money price, Id<Booking>? takesOverFrom) => new()
    {
        PartnershipId = run.PartnershipId, RunId = run.Id, StaffId = staff, AgencyId = agency, MadeBy = viewer.UserId, Price = price,
        Number = bookings.Count == 0 ? 1 : bookings[^1].Number + 1, TakesOverFrom = takesOverFrom,
    };

    private void RefuseUnlessBookable()
    {
        if (run.WhyNotBookedAt(now) is { } why) throw new Refused(why);
    }
}
