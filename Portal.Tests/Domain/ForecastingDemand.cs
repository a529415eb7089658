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
            Facts(people: 40, started: 12, left: 10, booked: [0, 8], used: 30, counted: 40), Today)[11];
        Assert.Equal((10, 12, 3, 6, 13), (line.Below, line.Starters, line.Leavers, line.Places, line.Needed));
    }

    [Fact]
    public void More_places_than_people_leave_nothing_needed_and_no_marks_take_each_place_as_used()
    {
        Assert.All(DemandForecast.Of(Facts(booked: [99]), Today), l => Assert.Equal((99, 0), (l.Places, l.Needed)));
        Assert.All(DemandForecast.Of(Facts(people: 0, below: Enumerable.Repeat(0, 19), left: 9), Today), l => Assert.Equal(0, l.Leavers));
    }

    private static DemandForecast.Facts Facts(int people = 40, IEnumerable<int>? below = null, int started = 0, int left = 0,
        IEnumerable<int>? booked = null, int used = 0, int counted = 0) => new(
        people, [.. below ?? Enumerable.Repeat(10, DemandForecast.Months + 1)], started, left,
        [.. (booked ?? []).Concat(Enumerable.Repeat(0, DemandForecast.Months)).Take(DemandForecast.Months)], used, counted);
}
