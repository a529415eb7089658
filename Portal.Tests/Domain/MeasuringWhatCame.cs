using Portal.Tests.Support;

namespace Portal.Tests.Domain;

public class MeasuringWhatCame
{
    [Fact]
    public void Each_person_costs_the_training_alone_and_with_release()
    {
        var outcome = new TrainingOutcome(12, 9, 4, Money.OfPounds(900), Money.OfPounds(300));
        Assert.Equal((Money.OfPounds(225), Money.OfPounds(300)), (outcome.Each!.Value, outcome.EachWithRelease!.Value));
        Assert.Null(TrainingOutcome.None.Each);
        Assert.Null((outcome with { Reached = 0 }).EachWithRelease);
    }

    [Fact]
    public void Dates_add_up_and_whoever_came_to_two_of_them_is_one_person()
    {
        var dates = new TrainingOutcome[]
        {
            new(12, 9, 4, Money.OfPounds(900), Money.OfPounds(300)), new(8, 8, 2, Money.OfPounds(600), Money.Zero),
        };
        Assert.Equal(new TrainingOutcome(20, 17, 6, Money.OfPounds(1500), Money.OfPounds(300)), TrainingOutcome.Together(dates));
        Assert.Equal(5, TrainingOutcome.Together(dates, reached: 5).Reached);
        Assert.Equal(TrainingOutcome.None, TrainingOutcome.Together([]));
    }

    [Fact]
    public void Release_is_reckoned_for_a_place_and_counts_for_each_that_was_used()
    {
        var borough = new SmallBorough();
        var request = CommissioningRequest.Start(borough.Lead, borough.Homes.Id, 1, "Ask and act", new TestClock().Now);
        request.SayWhat(new(null, CourseMode.Room, [], [], null, 10, null, null), Given.Today);
        request.AddCost(new(CostKind.ProviderFee, null, 1, Money.OfPounds(500), 0, CostFunding.Partnership, 2026));
        Assert.Equal(Money.Zero, TrainingOutcome.ReleaseFor(request, 5));
        request.AddCost(new(CostKind.StaffRelease, null, 10, Money.OfPounds(30), 0, CostFunding.OwnBudget, 2026));
        request.AddCost(new(CostKind.Backfill, null, 10, Money.OfPounds(50), 0, CostFunding.OwnBudget, 2026));
        Assert.Equal(Money.OfPounds(400), TrainingOutcome.ReleaseFor(request, 5));
    }

    [Theory]
    [InlineData(5, 10, 35, 0, 3.5)]
    [InlineData(5, 10, 35, 5, 3.5)]
    [InlineData(4, 8, 28, 0, null)]
    [InlineData(5, 0, 0, 0, null)]
    // One who answered of another date could be read off the total of the course.
    [InlineData(5, 10, 35, 1, null)]
    public void Confidence_is_said_of_five_or_more_and_gives_fewer_away_nowhere(
        int replies, int ratings, int sum, int others, double? mean) =>
        Assert.Equal((decimal?)mean, new ConfidenceTotal(replies, ratings, sum, others).Mean);
}
