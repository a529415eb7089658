namespace Portal.Tests.Domain;

public class TellingTheTime
{
    [Theory]
    [InlineData("2026-03-29T00:59:59Z", "2026-03-29", "00:59")] // The hour before the clocks go forward.
    [InlineData("2026-03-29T01:00:00Z", "2026-03-29", "02:00")]
    [InlineData("2026-06-30T23:30:00Z", "2026-07-01", "00:30")] // In summer London's day begins at 23:00 UTC.
    [InlineData("2026-12-31T23:30:00Z", "2026-12-31", "23:30")]
    [InlineData("2026-10-25T00:30:00Z", "2026-10-25", "01:30")] // The hour that comes twice.
    [InlineData("2026-10-25T01:30:00Z", "2026-10-25", "01:30")]
    public void A_day_is_the_day_in_London(string instant, string day, string time)
    {
        var utc = DateTimeOffset.Parse(instant).UtcDateTime;
        Assert.Equal((DateOnly.Parse(day), time), (UkClock.DayOf(utc), UkClock.Local(utc).ToString("HH:mm")));
    }

    [Fact]
    public void A_day_starts_at_London_midnight_on_every_day_of_a_year()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year == 2026; day = day.AddDays(1))
        {
            var start = UkClock.StartOf(day);
            Assert.Equal((day, day.AddDays(-1)), (UkClock.DayOf(start), UkClock.DayOf(start.AddTicks(-1))));
        }
    }
}
