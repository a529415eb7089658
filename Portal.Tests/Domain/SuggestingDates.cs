namespace Portal.Tests.Domain;

public class SuggestingDates
{
    private static readonly DateOnly Today = new(2026, 11, 16);

    [Fact]
    public void Dates_are_as_many_as_give_everyone_a_place_spread_evenly_and_none_too_soon()
    {
        // 60 people now, ten a date: six dates over six months, of which none in the month in hand.
        var plan = Plan(60, 60, 60, 60, 60, 60);
        Assert.Equal((6, 0), (plan.Runs, plan.Without));
        Assert.Equal([2, 1, 1, 1, 1], plan.Months.Select(m => m.Days.Count));
        Assert.All(plan.Months.SelectMany(m => m.Days), day =>
        {
            Assert.True(WorkingDays.IsWorkingDay(day));
            Assert.True(day >= Today.AddDays(SuggestedRuns.DaysAhead));
        });
    }

    [Fact]
    public void No_date_comes_before_there_are_people_to_fill_it()
    {
        var plan = Plan(0, 0, 0, 0, 20, 21);
        Assert.Equal([(new DateOnly(2027, 3, 31), 2), (new(2027, 4, 30), 1)], plan.Months.Select(m => (m.Until, m.Days.Count)));
    }

    [Fact]
    public void A_month_of_holidays_passes_its_dates_on_and_what_finds_no_day_is_said()
    {
        var passed = Plan(day => day.Month != 1, 30, 30, 30);
        Assert.Equal((3, 1), (passed.Runs, passed.Without));
        Assert.Equal([new DateOnly(2026, 12, 31)], passed.Months.Select(m => m.Until));
        Assert.Equal([(new DateOnly(2027, 1, 31), 3)],
            Plan(day => day.Month != 12, 30, 30, 30, 30).Months.Select(m => (m.Until, m.Days.Count)));
        Assert.Equal((0, 0), (Plan(0, 0).Runs, SuggestedRuns.Of([], 10, Today, _ => true).Runs));
    }

    [Fact]
    public void Bank_holidays_and_weekends_are_never_suggested()
    {
        var days = SuggestedRuns.Of([.. Lines(1000, 1000, 1000)], 5, Today, _ => true).Months.SelectMany(m => m.Days).ToList();
        Assert.Equal(200, days.Count);
        Assert.DoesNotContain(new(2026, 12, 25), days);
        Assert.DoesNotContain(new(2026, 12, 28), days);
        Assert.DoesNotContain(new(2027, 1, 1), days);
    }

    [Fact]
    public void A_holiday_lies_between_two_terms_and_before_the_first_and_after_the_last_nobody_can_tell()
    {
        var days = new SchoolDays(
            [Term("Autumn", new(2026, 9, 2), new(2026, 10, 23)), Term("Winter", new(2026, 11, 2), new(2026, 12, 18))]);
        Assert.Equal(new DateOnly(2026, 12, 18), days.KnownUntil);
        Assert.Equal([false, false, true, true, false, false],
            new DateOnly[] { new(2026, 8, 1), new(2026, 10, 23), new(2026, 10, 24), new(2026, 11, 1), new(2026, 11, 2), new(2027, 1, 1) }
                .Select(days.IsHoliday));
        Assert.Null(new SchoolDays([]).KnownUntil);
    }

    [Theory]
    [InlineData("2026-12-18", "2026-11-02", "The last day must be on or after the first day", "Until")]
    [InlineData("2026-11-02", "2027-12-18", "A term has at most 200 days", "Until")]
    [InlineData("2026-10-23", "2026-12-18", "Autumn has some of these days: it is from 2 September 2026 to 23 October 2026", "From")]
    [InlineData("2026-08-01", "2026-12-18", "Autumn has some of these days: it is from 2 September 2026 to 23 October 2026", "From")]
    public void Days_the_wrong_way_round_too_many_or_of_another_term_are_refused(string from, string until, string sentence, string field)
    {
        var autumn = Term("Autumn", new(2026, 9, 2), new(2026, 10, 23));
        var term = new SchoolTerm { PartnershipId = autumn.PartnershipId };
        var no = Assert.Throws<Refused>(() => term.Change(
            "Winter", DateOnly.Parse(from, Words.British), DateOnly.Parse(until, Words.British), [autumn, term]));
        Assert.Equal((sentence, field, ""), (no.Message, no.Field, term.Name));
        autumn.Change("Autumn", new(2026, 9, 3), new(2026, 10, 23), [autumn]);
        Assert.Equal(new DateOnly(2026, 9, 3), autumn.From);
    }

    private static SchoolTerm Term(string name, DateOnly from, DateOnly until)
    {
        var term = new SchoolTerm { PartnershipId = Id<Partnership>.New() };
        term.Change(name, from, until, []);
        return term;
    }

    private static SuggestedRuns.Plan Plan(params int[] needed) => Plan(_ => true, needed);

    private static SuggestedRuns.Plan Plan(Func<DateOnly, bool> isFree, params int[] needed) =>
        SuggestedRuns.Of([.. Lines(needed)], 10, Today, isFree);

    private static IEnumerable<DemandForecast.Line> Lines(params int[] needed) =>
        needed.Select((n, i) => new DemandForecast.Line(DemandForecast.EndOf(Today, i + 1), n, 0, 0, 0));
}
