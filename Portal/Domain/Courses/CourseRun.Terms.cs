namespace Portal.Domain;

public sealed partial class CourseRun
{
    /// <summary>What the form of a run says of everything but its sessions.</summary>
    public sealed record Terms(
        Id<Venue>? VenueId, int MinPlaces, int MaxPlaces, DateTime OpensAt, DateTime ClosesAt, int CancelWorkingDays, Money LateFee,
        Money NoShowFee, bool ManagerApproves, DateOnly? ReleaseOn, string? JoiningInstructions)
    {
        internal void RefuseUnlessSound(Venue? venue, int taken, DateTime starts)
        {
            if (MaxPlaces is < 1 or > MostPlaces) throw new Refused($"Places must be between 1 and {MostPlaces}", nameof(MaxPlaces));
            if (MinPlaces < 1 || MinPlaces > MaxPlaces)
                throw new Refused("The fewest people must be between 1 and the number of places", nameof(MinPlaces));
            if (MaxPlaces < taken)
                throw new Refused(
                    $"{Words.Count(taken, "place")} are booked or offered already, so there cannot be fewer", nameof(MaxPlaces));
            if (venue?.Capacity < MaxPlaces)
                throw new Refused($"{venue.Name} holds {Words.Count(venue.Capacity.Value, "person", "people")}", nameof(MaxPlaces));
            if (CancelWorkingDays is < 0 or > 60)
                throw new Refused("Working days must be between 0 and 60", nameof(CancelWorkingDays));
            RefuseUnlessFee(LateFee, nameof(LateFee));
            RefuseUnlessFee(NoShowFee, nameof(NoShowFee));
            if (ClosesAt > starts) throw new Refused("Booking must close before the first session begins", nameof(ClosesAt));
            if (OpensAt >= ClosesAt) throw new Refused("Booking must open before it closes", nameof(OpensAt));
            if (ReleaseOn > UkClock.DayOf(ClosesAt))
                throw new Refused("Kept places must become anyone’s before booking closes", nameof(ReleaseOn));
        }

        private static void RefuseUnlessFee(Money fee, string field)
        {
            if (fee < Money.Zero || fee > Course.DearestPlace)
                throw new Refused($"A fee must be between £0 and {Course.DearestPlace}", field);
        }
    }

    /// <summary>A session by day and hours on the wall; the instants follow from it.</summary>
    public readonly record struct Hours(DateOnly Day, TimeOnly Starts, TimeOnly Ends)
    {
        public DateTime StartsAt => UkClock.At(Day, Starts);
        public DateTime EndsAt => UkClock.At(Day, Ends);

        /// <summary>"10am to 4pm on 3 December 2026".</summary>
        public string Words => $"{Domain.Words.Time(Starts)} to {Domain.Words.Time(Ends)} on {Domain.Words.Day(Day)}";
    }

    private static void RefuseUnlessPossible(List<Hours> ordered)
    {
        if (ordered.Count == 0) throw new Refused("Enter when the first session takes place", nameof(Sessions));
        if (ordered.Count > MostSessions) throw new Refused($"A date has at most {MostSessions} sessions", nameof(Sessions));
        foreach (var (index, hours) in ordered.Index())
        {
            if (hours.Ends <= hours.Starts) throw new Refused("A session must end after it begins", nameof(Sessions));
            if (hours.EndsAt <= hours.StartsAt)
                throw new Refused($"The clocks go forward on {Domain.Words.Day(hours.Day)}, and the session is in the hour that is missing",
                    nameof(Sessions));
            if (index > 0 && ordered[index - 1].EndsAt > hours.StartsAt)
                throw new Refused("Two sessions are at the same time", nameof(Sessions));
        }
        if (ordered[^1].Day.DayNumber - ordered[0].Day.DayNumber > 366)
            throw new Refused("All sessions must be within a year", nameof(Sessions));
    }
}
