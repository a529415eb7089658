namespace Portal.Domain;

/// <summary>
/// One giving of a course: its sessions by the clock on the wall in London, where, by whom, for how many, and what booking it is bound to.
/// </summary>
public sealed partial class CourseRun : IBelongToPartnership, IVersioned
{
    public const int MostPlaces = 500, MostSessions = 20;

    private readonly List<RunSession> sessions = [];
    private readonly List<RunAllocation> allocations = [];
    private readonly List<RunTrainer> trainers = [];
    private readonly List<RunEvent> events = [];

    public Id<CourseRun> Id { get; init; } = Id<CourseRun>.New();
    public required Id<Partnership> PartnershipId { get; init; }
    public required Id<Course> CourseId { get; init; }
    public Id<Venue>? VenueId { get; private set; }
    public RunState State { get; private set; }

    /// <summary>With fewer it may be cancelled.</summary>
    public int MinPlaces { get; private set; } = 1;
    public int MaxPlaces { get; private set; } = 1;

    /// <summary>UTC: the first session begins.</summary>
    public DateTime StartsAt { get; private set; }

    /// <summary>UTC: the last session ends.</summary>
    public DateTime EndsAt { get; private set; }

    /// <summary>UTC: from when it can be booked.</summary>
    public DateTime OpensAt { get; private set; }

    /// <summary>UTC: until when it can be booked, and places offered.</summary>
    public DateTime ClosesAt { get; private set; }

    /// <summary>Until the end of the day so many working days before the first session, cancelling costs nothing.</summary>
    public int CancelWorkingDays { get; private set; }

    /// <summary>What cancelling later costs.</summary>
    public Money LateFee { get; private set; }

    /// <summary>What not coming costs, where that is more than the place.</summary>
    public Money NoShowFee { get; private set; }

    /// <summary>Whether the line manager agrees first.</summary>
    public bool ManagerApproves { get; private set; }

    /// <summary>Places are kept for agencies up to this day, and are anyone’s from it on; null when none are kept.</summary>
    public DateOnly? ReleaseOn { get; private set; }

    /// <summary>How to join or get in: shown and sent to those who are booked, and to nobody else.</summary>
    public string? JoiningInstructions { get; private set; }

    /// <summary>How often what a calendar holds of it has changed.</summary>
    public int Sequence { get; private set; }

    /// <summary>Why it was cancelled, as those booked are told.</summary>
    public string? CancelledBecause { get; private set; }
    public int Version { get; private set; }

    public IReadOnlyList<RunSession> Sessions => [.. sessions.OrderBy(s => s.StartsAt)];
    public IReadOnlyList<RunAllocation> Allocations => allocations;
    public IReadOnlyList<RunTrainer> Trainers => trainers;
    public IReadOnlyList<RunEvent> Events => events;
    public DateOnly FirstDay => UkClock.DayOf(StartsAt);

    /// <summary>UTC: from this instant cancelling is late.</summary>
    public DateTime LateFrom => UkClock.StartOf(FirstDay.AddWorkingDays(-CancelWorkingDays).AddDays(1)) is var late && late < StartsAt
        ? late : StartsAt;

    /// <summary>Sets when it takes place and on what terms. What a calendar shows of it raises its sequence.</summary>
    /// <param name="venue">Where, when it is in a room.</param>
    /// <param name="taken">Places that are booked or offered already: there cannot be fewer.</param>
    public void Plan(Viewer viewer, Terms terms, IReadOnlyList<Hours> hours, Venue? venue, int taken, DateTime now)
    {
        if (State == RunState.Cancelled) throw new Refused("This date has been cancelled, so it cannot be changed");
        var ordered = hours.OrderBy(h => h.Day).ThenBy(h => h.Starts).ToList();
        RefuseUnlessPossible(ordered);
        var (starts, ends) = (ordered[0].StartsAt, ordered[^1].EndsAt);
        terms.RefuseUnlessSound(venue, taken, starts);
        if (State == RunState.Published) RefuseUnlessAhead(starts, now);
        var (isNew, moved) = (sessions.Count == 0, VenueId != terms.VenueId || !Sessions.Select(s => s.Hours).SequenceEqual(ordered));
        sessions.RemoveAll(s => !ordered.Contains(s.Hours));
        sessions.AddRange(ordered.Except(sessions.Select(s => s.Hours)).Select(h => new RunSession
        {
            RunId = Id, Day = h.Day, Starts = h.Starts, Ends = h.Ends, StartsAt = h.StartsAt, EndsAt = h.EndsAt,
        }));
        (StartsAt, EndsAt, VenueId, MinPlaces, MaxPlaces) = (starts, ends, terms.VenueId, terms.MinPlaces, terms.MaxPlaces);
        (OpensAt, ClosesAt, CancelWorkingDays) = (terms.OpensAt, terms.ClosesAt, terms.CancelWorkingDays);
        (LateFee, NoShowFee, ManagerApproves) = (terms.LateFee, terms.NoShowFee, terms.ManagerApproves);
        (ReleaseOn, JoiningInstructions) = (terms.ReleaseOn, terms.JoiningInstructions);
        if (!isNew && moved) Sequence++;
        Note(isNew ? RunStep.Planned : RunStep.Changed, viewer, now, null);
    }

    /// <summary>
    /// The same again so many days later, by the clock on the wall, as a draft: with its terms, the places that are kept and its trainers.
    /// </summary>
    /// <param name="venue">Where, when it is in a room.</param>
    public CourseRun CopyBy(int days, Viewer viewer, Venue? venue, DateTime now)
    {
        DateTime Later(DateTime instant) =>
            UkClock.At(UkClock.DayOf(instant).AddDays(days), TimeOnly.FromDateTime(UkClock.Local(instant)));
        var copy = new CourseRun { PartnershipId = PartnershipId, CourseId = CourseId };
        var terms = ToTerms() with { OpensAt = Later(OpensAt), ClosesAt = Later(ClosesAt), ReleaseOn = ReleaseOn?.AddDays(days) };
        copy.Plan(viewer, terms, [.. sessions.Select(s => s.Hours with { Day = s.Day.AddDays(days) })], venue, 0, now);
        copy.Keep(allocations.ToDictionary(a => a.AgencyId, a => a.Places));
        copy.GivenBy(trainers.Select(t => t.UserId));
        return copy;
    }

    public Terms ToTerms() => new(VenueId, MinPlaces, MaxPlaces, OpensAt, ClosesAt, CancelWorkingDays, LateFee, NoShowFee, ManagerApproves,
        ReleaseOn, JoiningInstructions);

    /// <summary>Keeps places for agencies until <see cref="ReleaseOn"/>; together no more than there are.</summary>
    public void Keep(IReadOnlyDictionary<Id<Agency>, int> places)
    {
        if (places.Values.Any(p => p < 0)) throw new Refused("Places kept must be 0 or more", nameof(Allocations));
        if (places.Values.Sum(p => (long)p) > MaxPlaces)
            throw new Refused($"No more than {MaxPlaces} places can be kept", nameof(Allocations));
        if (ReleaseOn is null && places.Values.Any(p => p > 0))
            throw new Refused("Enter the day on which places that were kept become anyone’s", nameof(ReleaseOn));
        allocations.RemoveAll(a => places.GetValueOrDefault(a.AgencyId) == 0);
        foreach (var (agency, kept) in places.Where(p => p.Value > 0))
        {
            if (allocations.Find(a => a.AgencyId == agency) is { } known) known.Places = kept;
            else allocations.Add(new() { RunId = Id, AgencyId = agency, Places = kept });
        }
    }

    /// <summary>Who gives it, of the people of its provider.</summary>
    public void GivenBy(IEnumerable<Id<User>> people)
    {
        var now = people.ToHashSet();
        trainers.RemoveAll(t => !now.Contains(t.UserId));
        trainers.AddRange(now.Except(trainers.Select(t => t.UserId)).Select(p => new RunTrainer { RunId = Id, UserId = p }));
    }

    public void Publish(Viewer viewer, DateTime now)
    {
        if (State != RunState.Draft)
            throw new Refused(State == RunState.Published ? "This date is published already" : "This date was cancelled");
        if (StartsAt <= now) throw new Refused("The first session must be in the future");
        State = RunState.Published;
        Note(RunStep.Published, viewer, now, null);
    }

    /// <param name="because">What those booked are told.</param>
    public void Cancel(Viewer viewer, string? because, DateTime now)
    {
        if (State == RunState.Cancelled) throw new Refused("This date has been cancelled already");
        if (EndsAt <= now) throw new Refused("This date is over, so it cannot be cancelled");
        (State, CancelledBecause) = (RunState.Cancelled, because);
        Sequence++;
        Note(RunStep.Cancelled, viewer, now, because);
    }

    /// <summary>Why it cannot be booked at an instant, whoever asks, in a sentence; null when it can.</summary>
    public string? WhyNotBookedAt(DateTime now) =>
        State == RunState.Draft ? "This date is not published yet"
        : State == RunState.Cancelled ? "This date has been cancelled"
        : StartsAt <= now ? "This date has begun"
        : now < OpensAt ? $"Booking opens at {Words.Instant(OpensAt)}"
        : now >= ClosesAt ? $"Booking closed at {Words.Instant(ClosesAt)}"
        : null;

    /// <summary>Why nobody can be marked so at an instant, in a sentence; null when they can.</summary>
    public string? WhyNotMarkedAt(DateTime now, BookingState mark) =>
        State != RunState.Published || StartsAt > now ? "The register opens when the first session begins"
        : mark == BookingState.Attended && Sessions is [.., var last] && last.StartsAt > now
            ? $"There is another session. Mark who attended from {Words.Instant(last.StartsAt)}"
        : null;

    /// <summary>Whether somebody's sessions here meet those of another run.</summary>
    public bool Overlaps(CourseRun other) =>
        sessions.Exists(s => other.sessions.Exists(o => s.StartsAt < o.EndsAt && o.StartsAt < s.EndsAt));

    private void RefuseUnlessAhead(DateTime starts, DateTime now)
    {
        if (EndsAt <= now) throw new Refused("This date is over, so it cannot be changed");
        if (starts != StartsAt && starts <= now) throw new Refused("The first session must be in the future", nameof(Sessions));
    }

    private void Note(RunStep step, Viewer viewer, DateTime now, string? note) =>
        events.Add(new RunEvent { RunId = Id }.Taken(step, viewer, now, note));
}
