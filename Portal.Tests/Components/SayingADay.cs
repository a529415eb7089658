using Portal.Components;

namespace Portal.Tests.Components;

public class SayingADay
{
    private static readonly DateOnly Today = new(2026, 12, 7);

    [Fact]
    public void Is_said_as_people_say_it() => Assert.Equal("6 December 2016", new DateOnly(2016, 12, 6).Words());

    [Fact]
    public void Has_three_letters_for_every_month_where_space_is_short() =>
        Assert.All(Enumerable.Range(1, 12), month => Assert.Matches("^1 [A-Z][a-z]{2} 2026$", new DateOnly(2026, month, 1).Short()));

    [Theory]
    [InlineData(1, "1 day")]
    [InlineData(73, "73 days")]
    [InlineData(347, "11 months")]
    [InlineData(1078, "3 years")]
    public void Says_how_long_something_has_lasted(int days, string words) => Assert.Equal(words, days.Days());

    [Theory]
    [InlineData(14, 0, "2pm")]
    [InlineData(9, 30, "9:30am")]
    [InlineData(12, 0, "midday")]
    [InlineData(0, 0, "midnight")]
    public void Says_the_time_of_day(int hour, int minute, string words) => Assert.Equal(words, new TimeOnly(hour, minute).Words());

    [Theory]
    [InlineData(0, "today")]
    [InlineData(1, "tomorrow")]
    [InlineData(-1, "yesterday")]
    [InlineData(9, "in 9 days")]
    [InlineData(-30, "30 days ago")]
    [InlineData(120, "in 4 months")]
    [InlineData(-1096, "3 years ago")]
    public void Says_how_far_away_it_is(int days, string words) => Assert.Equal(words, Today.AddDays(days).DistanceFrom(Today));
}
