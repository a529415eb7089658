namespace Portal.Tests.Domain;

public sealed class TellingWhetherEnoughCome
{
    [Fact]
    public void With_fewer_than_three_past_dates_nothing_is_said_of_who_comes()
    {
        var risk = new RunRisk(Fewest: 8, Booked: 6, new(2, 30, 10));
        Assert.False(risk.IsKnown);
        Assert.Equal(
            (6, 2, "2 more needed: not enough history yet to say how many are likely to come"), (risk.Likely, risk.Missing, risk.Words));
    }

    [Fact]
    public void What_was_lost_before_is_expected_again_and_said()
    {
        var risk = new RunRisk(Fewest: 8, Booked: 8, new(4, 60, 12));
        Assert.Equal((6, 2), (risk.Likely, risk.Missing));
        Assert.Equal("2 more needed: of 60 places on 4 past dates 12 were cancelled late or not used, so about 6 of 8 are likely to come",
            risk.Words);
    }

    [Theory, InlineData(10, 0), InlineData(9, 1), InlineData(0, 10)]
    public void As_many_more_as_it_takes(int booked, int missing) => Assert.Equal(missing, new RunRisk(8, booked, new(4, 60, 12)).Missing);

    [Fact]
    public void Where_nobody_ever_came_the_plain_number_is_asked_for() => Assert.Equal(5, new RunRisk(8, 3, new(3, 10, 10)).Missing);

    [Fact]
    public void Enough_is_said_as_such() =>
        Assert.StartsWith("Enough are booked: of 60 places", new RunRisk(8, 12, new(4, 60, 1)).Words, StringComparison.Ordinal);
}
