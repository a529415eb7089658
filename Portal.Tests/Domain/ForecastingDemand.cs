namespace Portal.Tests.Domain;

public class ForecastingDemand
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Fact]
    public void Nobody_comes_goes_or_books_and_it_is_who_is_below_at_the_end_of_each_month()
    {
        var lines = DemandForecast.Of(Facts(below: [10, .. Enumerable.Range(11, 18)]), Today);
        Assert.Equal(Enumerable.Range(11, 18), lines.Select(l => l.Needed));
        Assert.Equal((new DateOnly(2026, 11, 30), new DateOnly(2028, 4, 30)), (lines[0].Until, lines[^1].Until));
    }

    [Fact]
    public void Starters_add_leavers_take_their_share_and_booked_places_count_as_they_were_used()
    {
        // A year on: 12 start; 10 leave, of whom a quarter is below; 8 places of which three in four are used.
        var line = DemandForecast.Of(
            Facts(people: 40, started: 12, left: 10, booked: [0, 0, 8], used: 30, counted: 40), Today)[11];
        Assert.Equal((10, 12, 3, 6, 13), (line.Below, line.Starters, line.Leavers, line.Places, line.Needed));
    }

    [Fact]
    public void More_places_than_people_leave_nothing_needed_and_no_marks_take_each_place_as_used()
    {
        Assert.All(DemandForecast.Of(Facts(booked: [0, 99]), Today), l => Assert.Equal((99, 0), (l.Places, l.Needed)));
        Assert.All(DemandForecast.Of(Facts(people: 0, below: Enumerable.Repeat(0, 19), left: 9), Today), l => Assert.Equal(0, l.Leavers));
    }

    [Fact]
    public void A_scenario_changes_who_starts_and_leaves_which_places_are_used_and_how_far_it_looks()
    {
        var facts = Facts(people: 40, started: 12, left: 10, booked: [0, 0, 8], used: 30, counted: 40);
        var lines = DemandForecast.Of(facts, new() { Months = 24, Starters = 150, Leavers = 0, Attendance = 50, Growth = 10 }, Today);
        // A year on: 18 start and 4 more by growth; nobody leaves; 8 places of which one in two is used.
        Assert.Equal((22, 0, 4, 28), (lines[11].Starters, lines[11].Leavers, lines[11].Places, lines[11].Needed));
        Assert.Equal((24, new DateOnly(2028, 10, 31)), (lines.Count, lines[^1].Until));
        // Fewer jobs take those who are below with them: a quarter of ten in a hundred of 40.
        Assert.Equal(1, DemandForecast.Of(Facts(people: 40), new() { Growth = -10 }, Today)[11].Leavers);
        Assert.Equal(DemandForecast.Of(facts, Today), DemandForecast.Of(facts, DemandAssumptions.Usual, Today));
    }

    [Theory]
    [InlineData(0, 100, 100, null, 0, "Months ahead must be between 1 and 36", "Months")]
    [InlineData(37, 100, 100, null, 0, "Months ahead must be between 1 and 36", "Months")]
    [InlineData(18, -1, 100, null, 0, "Starters must be between 0% and 500% of the last 12 months", "Starters")]
    [InlineData(18, 100, 501, null, 0, "Leavers must be between 0% and 500% of the last 12 months", "Leavers")]
    [InlineData(18, 100, 100, 0, 0, "Places used must be between 1% and 100%", "Attendance")]
    [InlineData(18, 100, 100, 101, 0, "Places used must be between 1% and 100%", "Attendance")]
    [InlineData(18, 100, 100, null, -51, "Growth must be between -50% and 100% a year", "Growth")]
    public void What_cannot_be_assumed_is_refused(
        int months, int starters, int leavers, int? attendance, int growth, string sentence, string field)
    {
        var scenario = new DemandScenario { PartnershipId = Id<Partnership>.New() };
        var assumed = new DemandAssumptions
        {
            Months = months, Starters = starters, Leavers = leavers, Attendance = attendance, Growth = growth,
        };
        var no = Assert.Throws<Refused>(() => scenario.Change("What if", assumed));
        Assert.Equal((sentence, field, ""), (no.Message, no.Field, scenario.Name));
    }

    [Fact]
    public void A_scenario_keeps_what_it_assumes()
    {
        var (scenario, assumed) = (new DemandScenario { PartnershipId = Id<Partnership>.New() },
            new DemandAssumptions { Months = 6, Starters = 0, Leavers = 200, Attendance = 80, Growth = -5 });
        scenario.Change("What if", assumed);
        Assert.Equal(("What if", assumed), (scenario.Name, scenario.ToAssumptions()));
    }

    private static DemandForecast.Facts Facts(int people = 40, IEnumerable<int>? below = null, int started = 0, int left = 0,
        IReadOnlyList<int>? booked = null, int used = 0, int counted = 0) => new(
        people, [.. below ?? Enumerable.Repeat(10, DemandAssumptions.MostMonths + 1)], started, left,
        [.. (booked ?? [0]).Concat(Enumerable.Repeat(booked?[^1] ?? 0, DemandAssumptions.MostMonths))
            .Take(DemandAssumptions.MostMonths + 1)], used, counted);
}
