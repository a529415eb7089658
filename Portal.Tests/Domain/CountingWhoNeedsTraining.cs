using Portal.Tests.Support;

namespace Portal.Tests.Domain;

/// <summary>Worlds of a few people, whose answer can be counted by hand.</summary>
public class CountingWhoNeedsTraining
{
    private static readonly DateOnly Today = new(2026, 11, 16);
    private static readonly Framework Framework = new SmallBorough().Framework;
    private static readonly Id<Agency> Homes = Id<Agency>.New(), Clinic = Id<Agency>.New();
    private static readonly DateOnly Long = Today.AddYears(-5);

    [Fact]
    public void Everyone_falls_below_their_level_in_the_month_in_which_what_they_hold_lapses()
    {
        // Level 1 lasts 36 months: of the first it lapses on 31 January, of the second in no month that is counted.
        var cell = Count(Of(Homes, [new(1, Long, null)], Trained(1, new(2024, 1, 31))), Of(Homes, [new(1, null, null)], Trained(1, Today)),
            Of(Homes, [new(1, Long, null)])).Single();
        Assert.Equal((Homes, 1, 3), (cell.Agency, cell.Level, cell.People));
        Assert.Equal([1, 1, 1, 1, 2], cell.Below.Take(5));
        Assert.Equal(2, cell.Below[^1]);
    }

    [Fact]
    public void Who_leaves_is_counted_until_the_day_before_and_who_starts_from_their_first_day()
    {
        var cell = Count(Of(Homes, [new(1, Long, new(2026, 12, 31))]), Of(Homes, [new(1, new(2027, 1, 31), null)])).Single();
        Assert.Equal([1, 1, 0, 1, 1], cell.Below.Take(5));
        Assert.Equal(1, cell.People);
    }

    [Fact]
    public void The_highest_level_of_several_jobs_counts_once_at_each_agency()
    {
        var person = Id<StaffMember>.New();
        var cells = Count(
            new PersonToTrain(Homes, person, [new(1, Long, null), new(2, Long, null)], []),
            new PersonToTrain(Clinic, person, [new(1, Long, null)], []));
        Assert.Equal([(Homes, 2, 1), (Clinic, 1, 1)], cells.Select(c => (c.Agency, c.Level, c.Below[0])));
    }

    [Fact]
    public void A_place_counts_for_whoever_is_below_by_its_month_and_answers_a_lower_need()
    {
        var (below, holds, lapses) = (Of(Homes, [new(1, Long, null)]), Of(Homes, [new(1, Long, null)], Trained(1, Today)),
            Of(Homes, [new(1, Long, null)], Trained(1, new(2024, 1, 31))));
        var places = new PlacesAhead(Framework, [new(below.Staff, 2, 2), new(holds.Staff, 1, 1), new(lapses.Staff, 1, 1)]);
        var cell = DemandCount.Of(Framework, [below, holds, lapses], Today, places).Single();
        // The second holds the level anyway; the third falls below it in February, and has trained by then.
        Assert.Equal([0, 0, 1, 1, 2], cell.Booked.Take(5));
        Assert.Equal([1, 1, 1, 1, 2], cell.Below.Take(5));
        Assert.False(places.Serve(below.Staff, 3, 9));
    }

    [Fact]
    public void Who_came_to_need_a_level_and_who_ceased_to_is_told_by_the_day_a_year_before()
    {
        var promoted = Of(Homes, [new(1, Long, Today.AddMonths(-2)), new(2, Today.AddMonths(-2), null)]);
        var left = Of(Homes, [new(1, Long, Today.AddDays(-1))]);
        var cameAndWent = Of(Homes, [new(1, Today.AddMonths(-6), Today.AddMonths(-3))]);
        var cells = Count(promoted, left, cameAndWent).ToDictionary(c => c.Level);
        Assert.Equal((1, 0), (cells[2].Started, cells[2].Left));
        Assert.Equal((0, 2), (cells[1].Started, cells[1].Left));
    }

    [Fact]
    public void A_forecast_of_a_day_in_the_past_is_held_against_what_became_of_its_people()
    {
        // Six months ago: one below, one who lapses at the end of June, one booked who came, and nobody had come or gone for a year.
        var (made, place) = (new DateOnly(2026, 5, 16), Id<Booking>.New());
        var booked = Of(Homes, [new(1, Long, null)], new PersonToTrain.Training(new(1, new(2026, 7, 8)), new(2026, 7, 8), place));
        PersonToTrain[] people =
        [
            Of(Homes, [new(1, Long, null)]),
            Of(Homes, [new(1, Long, null)], Trained(1, new(2023, 6, 30))),
            booked,
            // Trained since by a place that nobody had booked then: that is what the forecast was for.
            Of(Homes, [new(1, Long, null)], Trained(1, new(2026, 8, 1))),
            // Started in September, of which nobody knew.
            Of(Homes, [new(1, new(2026, 9, 1), null)]),
        ];
        var test = new DemandBackTest([.. DemandBackTest.Of(
            Framework, people, made, Today, [(place, new(booked.Staff, 1, 3))], new Dictionary<int, (int, int)>())]);
        Assert.Equal(Enumerable.Range(1, 6).Select(m => DemandForecast.EndOf(made, m)), test.Lines.Select(l => l.Until));
        // Below: three at the end of May and June, four from July on; less the place that is used in July.
        Assert.Equal([3, 3, 3, 3, 3, 3], test.Lines.Select(l => l.Expected));
        // Whoever was booked is below until July. The starter is one more from September on.
        Assert.Equal([3, 3, 3, 3, 4, 4], test.Lines.Select(l => l.Happened));
        Assert.Equal(((decimal?)0.3m, (decimal?)10.0m), (test.MeanError, test.PercentError));
    }

    [Fact]
    public void With_nothing_to_compare_there_is_no_error()
    {
        var none = new DemandBackTest([]);
        Assert.Equal(((decimal?)null, (decimal?)null), (none.MeanError, none.PercentError));
    }

    private static IReadOnlyList<DemandCount.Cell> Count(params PersonToTrain[] people) => DemandCount.Of(Framework, people, Today);

    private static PersonToTrain Of(Id<Agency> agency, PersonToTrain.Job[] jobs, params PersonToTrain.Training[] trained) =>
        new(agency, Id<StaffMember>.New(), jobs, trained);

    private static PersonToTrain.Training Trained(int level, DateOnly on) => new(new(level, on), on, null);
}
