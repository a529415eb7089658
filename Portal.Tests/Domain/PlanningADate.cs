using Portal.Tests.Support;

namespace Portal.Tests.Domain;

public sealed class PlanningADate
{
    private static readonly Viewer Gives = Viewer.System(Id<Partnership>.New());
    private static readonly Course Course = new() { PartnershipId = Gives.PartnershipId, Code = "C04", ProviderId = Id<Provider>.New() };
    private static readonly DateOnly Day = new(2026, 12, 3);
    private static readonly DateTime Now = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("10:00", "10:00"), InlineData("16:00", "10:00")]
    public void A_session_ends_after_it_begins(string starts, string ends) => Assert.Equal("A session must end after it begins",
        Refuses(new CourseRun.Hours(Day, TimeOnly.Parse(starts, Words.British), TimeOnly.Parse(ends, Words.British))));

    [Fact]
    public void No_two_sessions_are_at_the_same_time() => Assert.Equal("Two sessions are at the same time",
        Refuses(Hours(Day, 10, 16), Hours(Day, 15, 17)));

    [Fact]
    public void One_session_may_begin_when_another_ends() =>
        Assert.Equal(2, Given.Run(Course, sessions: [Hours(Day, 13, 16), Hours(Day, 10, 13)]).Sessions.Count);

    [Fact]
    public void A_date_has_sessions_and_not_too_many_nor_years_apart()
    {
        Assert.Equal("Enter when the first session takes place", Refuses());
        Assert.Equal("A date has at most 20 sessions", Refuses([.. Enumerable.Range(0, 21).Select(n => Hours(Day.AddDays(n), 10, 16))]));
        Assert.Equal("All sessions must be within a year", Refuses(Hours(Day, 10, 16), Hours(Day.AddDays(367), 10, 16)));
    }

    [Fact]
    public void The_hour_on_the_wall_is_kept_across_both_changes_of_the_clock()
    {
        var run = Given.Run(Course, sessions:
            [Hours(new(2026, 10, 24), 10, 16), Hours(new(2026, 10, 25), 10, 16), Hours(new(2027, 3, 28), 10, 16)]);
        Assert.Equal([At(2026, 10, 24, 9), At(2026, 10, 25, 10), At(2027, 3, 28, 9)], run.Sessions.Select(s => s.StartsAt));
        Assert.Equal([At(2026, 10, 24, 15), At(2026, 10, 25, 16), At(2027, 3, 28, 15)], run.Sessions.Select(s => s.EndsAt));
    }

    [Fact]
    public void Nothing_takes_place_in_the_hour_that_is_missing_in_March()
    {
        Assert.Equal("The clocks go forward on 28 March 2027, and the session is in the hour that is missing",
            Refuses(new CourseRun.Hours(new(2027, 3, 28), new(1, 30), new(2, 15))));
        var night = Given.Run(Course, sessions: [new(new(2027, 3, 28), new(0, 30), new(3, 0))]);
        Assert.Equal(TimeSpan.FromHours(1.5), night.EndsAt - night.StartsAt);
    }

    [Fact]
    public void There_are_no_fewer_places_than_are_taken_and_no_more_than_the_room_holds()
    {
        var run = Given.Run(Course, Day);
        Assert.Equal(
            "8 places are booked or offered already, so there cannot be fewer", Refuses(run, t => t with { MaxPlaces = 7 }, taken: 8));
        Assert.Equal("The fewest people must be between 1 and the number of places", Refuses(run, t => t with { MinPlaces = 13 }));
        Assert.Equal("Civic Centre Committee Room 2 holds 10 people",
            Refuses(run, t => t with { MaxPlaces = 11 }, venue: Given.Venue(Gives.PartnershipId, capacity: 10)));
        Assert.Equal("Places must be between 1 and 500", Refuses(run, t => t with { MaxPlaces = 501 }));
    }

    [Fact]
    public void A_fee_is_no_slip_of_the_keyboard()
    {
        var run = Given.Run(Course, Day);
        Assert.Equal("A fee must be between £0 and £10,000", Refuses(run, t => t with { LateFee = Money.OfPounds(1_000_000_000) }));
        Assert.Equal("A fee must be between £0 and £10,000", Refuses(run, t => t with { NoShowFee = Money.OfPounds(-1) }));
    }

    [Fact]
    public void Booking_opens_before_it_closes_and_closes_before_the_beginning()
    {
        var run = Given.Run(Course, Day);
        Assert.Equal(
            "Booking must close before the first session begins", Refuses(run, t => t with { ClosesAt = run.StartsAt.AddMinutes(1) }));
        Assert.Equal("Booking must open before it closes", Refuses(run, t => t with { OpensAt = run.StartsAt }));
        Assert.Equal("Kept places must become anyone’s before booking closes", Refuses(run, t => t with { ReleaseOn = Day.AddDays(1) }));
    }

    [Fact]
    public void No_more_places_are_kept_than_there_are_however_large_the_numbers()
    {
        var run = Given.Run(Course, Day);
        var agencies = Enumerable.Range(0, 3).ToDictionary(_ => Id<Agency>.New(), _ => int.MaxValue);
        Assert.Equal("No more than 12 places can be kept", Assert.Throws<Refused>(() => run.Keep(agencies)).Message);
        Assert.Equal("Enter the day on which places that were kept become anyone’s",
            Assert.Throws<Refused>(() => run.Keep(new Dictionary<Id<Agency>, int> { [Id<Agency>.New()] = 2 })).Message);
    }

    [Fact]
    public void Only_what_a_calendar_shows_raises_the_sequence()
    {
        var run = Given.Run(Course, Day);
        Plan(run, t => t with { MaxPlaces = 20 }, [.. run.Sessions.Select(s => s.Hours)]);
        Assert.Equal(0, run.Sequence);
        var kept = run.Sessions[0].Id;
        Plan(run, t => t, [Hours(Day, 10, 16), Hours(Day.AddDays(1), 10, 16)]);
        Assert.Equal((1, kept), (run.Sequence, run.Sessions[0].Id));
        Plan(run, t => t with { VenueId = Id<Venue>.New() }, [.. run.Sessions.Select(s => s.Hours)]);
        Assert.Equal(2, run.Sequence);
    }

    [Fact]
    public void A_published_date_does_not_move_into_the_past_and_one_that_is_over_does_not_move()
    {
        var run = Given.Run(Course, Day);
        var past = Assert.Throws<Refused>(() => Plan(run, t => t with { OpensAt = Now.AddDays(-60), ClosesAt = Now.AddDays(-20) },
            [Hours(new(2026, 11, 9), 10, 16)]));
        Assert.Equal("The first session must be in the future", past.Message);
        var over = Given.Run(Course, new(2026, 11, 9));
        Assert.Equal("This date is over, so it cannot be changed", Refuses(over, t => t));
    }

    [Fact]
    public void Who_attended_is_said_from_the_last_session_on()
    {
        var run = Given.Run(Course, sessions: [Hours(new(2026, 11, 15), 10, 16), Hours(new(2026, 11, 22), 10, 16)]);
        Assert.Equal(
            "There is another session. Mark who attended from 10am on 22 November 2026", run.WhyNotMarkedAt(Now, BookingState.Attended));
        Assert.Null(run.WhyNotMarkedAt(Now, BookingState.DidNotAttend));
        Assert.Null(run.WhyNotMarkedAt(At(2026, 11, 22, 10), BookingState.Attended));
        Assert.Equal("The register opens when the first session begins", Given.Run(Course, Day).WhyNotMarkedAt(Now, BookingState.Excused));
    }

    private static string Refuses(params CourseRun.Hours[] hours) => Assert.Throws<Refused>(() => Plan(
        new() { PartnershipId = Gives.PartnershipId, CourseId = Course.Id },
        _ => new(null, 1, 12, Now, Now.AddMinutes(1), 5, default, default, false, null, null), hours)).Message;

    private static string Refuses(CourseRun run, Func<CourseRun.Terms, CourseRun.Terms> how, int taken = 0, Venue? venue = null) =>
        Assert.Throws<Refused>(() => Plan(run, how, [.. run.Sessions.Select(s => s.Hours)], taken, venue)).Message;

    private static void Plan(CourseRun run, Func<CourseRun.Terms, CourseRun.Terms> how, CourseRun.Hours[] hours, int taken = 0,
        Venue? venue = null) => run.Plan(Gives, how(run.ToTerms()), hours, venue, taken, Now);

    private static CourseRun.Hours Hours(DateOnly day, int from, int to) => new(day, new(from, 0), new(to, 0));

    private static DateTime At(int year, int month, int day, int hour) => new(year, month, day, hour, 0, 0, DateTimeKind.Utc);
}
