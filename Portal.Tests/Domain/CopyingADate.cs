using Portal.Tests.Support;

namespace Portal.Tests.Domain;

public sealed class CopyingADate
{
    private static readonly DateOnly Friday = new(2026, 12, 4);
    private static readonly CourseRun.Hours Hours = new(Friday, new(10, 0), new(16, 0));

    [Fact]
    public void Bank_holidays_are_left_out_with_why()
    {
        var series = RunSeries.Of([Hours], new(2026, 12, 18), times: 3, everyWeeks: 1);
        Assert.Equal([(14, null), (21, "25 December 2026 is a bank holiday"), (28, "1 January 2027 is a bank holiday")],
            series.Select(c => (c.Days, c.WhyNot)));
    }

    [Fact]
    public void Any_session_on_a_day_off_leaves_a_copy_out()
    {
        var series = RunSeries.Of([Hours, Hours with { Day = Friday.AddDays(3) }], Friday.AddDays(21), times: 1, everyWeeks: 1);
        Assert.Equal("25 December 2026 is a bank holiday", Assert.Single(series).WhyNot);
        series = RunSeries.Of([Hours with { Day = Friday.AddDays(-4) }, Hours], new(2026, 12, 8), times: 1, everyWeeks: 1);
        Assert.Equal("12 December 2026 is a Saturday", Assert.Single(series).WhyNot);
    }

    [Fact]
    public void A_course_at_weekends_stays_at_weekends()
    {
        var saturday = Hours with { Day = Friday.AddDays(1) };
        Assert.All(RunSeries.Of([saturday], new(2027, 1, 9), times: 4, everyWeeks: 2), c => Assert.Null(c.WhyNot));
    }

    [Theory, InlineData(0, 1), InlineData(53, 1), InlineData(1, 0), InlineData(1, 53)]
    public void A_series_has_an_end(int times, int everyWeeks) =>
        Assert.Throws<Refused>(() => RunSeries.Of([Hours], Friday.AddDays(7), times, everyWeeks));

    [Fact]
    public void A_copy_keeps_the_hours_on_the_wall_and_its_terms()
    {
        var system = Viewer.System(Id<Partnership>.New());
        var course = new Course { PartnershipId = system.PartnershipId, Code = "C04", ProviderId = Id<Provider>.New() };
        var run = Given.Run(course, new(2027, 3, 22), places: 16, fewest: 8);
        run.GivenBy([Id<User>.New()]);
        var copy = run.CopyBy(7, system, null, Given.Run(course).OpensAt);
        Assert.Equal((RunState.Draft, 16, 8, 1), (copy.State, copy.MaxPlaces, copy.MinPlaces, copy.Trainers.Count));
        // The clocks went forward between the two.
        Assert.Equal((new DateTime(2027, 3, 22, 10, 0, 0), new DateTime(2027, 3, 29, 9, 0, 0)), (run.StartsAt, copy.StartsAt));
        Assert.Equal(copy.StartsAt, copy.ClosesAt);
    }
}
