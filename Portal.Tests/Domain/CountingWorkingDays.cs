namespace Portal.Tests.Domain;

public class CountingWorkingDays
{
    [Theory]
    [InlineData("2026-04-02", 1, "2026-04-07")] // Good Friday and Easter Monday lie between.
    [InlineData("2026-12-24", 1, "2026-12-29")] // Boxing Day 2026 is a Saturday: its substitute is Monday 28 December.
    [InlineData("2027-12-24", 1, "2027-12-29")] // Christmas Day on a Saturday, Boxing Day on a Sunday: substitutes on Monday and Tuesday.
    [InlineData("2022-12-30", 1, "2023-01-03")] // New Year's Day 2023 is a Sunday.
    [InlineData("2022-06-01", 1, "2022-06-06")] // The spring bank holiday moved beside the Platinum Jubilee.
    [InlineData("2020-05-07", 1, "2020-05-11")] // Early May moved to VE Day.
    [InlineData("2023-05-05", 1, "2023-05-09")] // The coronation.
    [InlineData("2026-11-21", 0, "2026-11-21")]
    [InlineData("2026-11-23", -1, "2026-11-20")]
    public void Leaves_out_weekends_and_bank_holidays(string from, int days, string expected) =>
        Assert.Equal(DateOnly.Parse(expected), DateOnly.Parse(from).AddWorkingDays(days));

    [Fact]
    public void A_year_has_eight_bank_holidays_and_more_only_by_proclamation()
    {
        for (var year = 2018; year <= 2035; year++)
            Assert.Equal(year is 2022 ? 10 : year is 2023 ? 9 : 8, WorkingDays.BankHolidays(year).Count);
    }

    [Fact]
    public void Going_there_and_back_ends_where_it_began()
    {
        for (var day = new DateOnly(2025, 1, 1); day.Year == 2025; day = day.AddDays(1))
            if (WorkingDays.IsWorkingDay(day))
                Assert.Equal(day, day.AddWorkingDays(25).AddWorkingDays(-25));
    }
}
