using Portal.Features.Standards.Measures;

namespace Portal.Tests.Features.Standards;

public class CountingStaffAtTheirLevel
{
    private static readonly DateOnly Today = Borough.Today;

    [Fact]
    public async Task Counts_who_holds_the_level_of_all_who_need_it()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1), 1, Today.AddMonths(-2));
        await borough.PersonAsync(needs: 1);
        await borough.PersonAsync(needs: 2);
        Assert.Equal((1, 2), await AtAsync(borough, level: 1));
        Assert.Equal((0, 1), await AtAsync(borough, level: 2));
        Assert.Equal((0, 0), await AtAsync(borough, level: 3));
    }

    [Fact]
    public async Task Counts_the_last_day_of_training_as_in_date_and_the_next_as_lapsed()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1), 1, new(2023, 11, 16));
        Assert.Equal((1, 1), await AtAsync(borough, level: 1, new(2026, 11, 16)));
        Assert.Equal((0, 1), await AtAsync(borough, level: 1, new(2026, 11, 17)));
    }

    [Fact]
    public async Task Training_of_29_February_lasts_to_28_February_three_years_later()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1), 1, new(2024, 2, 29));
        Assert.Equal((1, 1), await AtAsync(borough, level: 1, new(2027, 2, 28)));
        Assert.Equal((0, 1), await AtAsync(borough, level: 1, new(2027, 3, 1)));
    }

    [Fact]
    public async Task Training_of_30_November_lasts_to_the_end_of_a_short_month()
    {
        await using var borough = await Borough.CreateAsync();
        var person = await borough.PersonAsync(needs: 3);
        await borough.TrainedAsync(person, 1, new(2020, 1, 1));
        await borough.TrainedAsync(person, 2, new(2020, 1, 2));
        await borough.TrainedAsync(person, 3, new(2024, 11, 30));
        Assert.Equal((1, 1), await AtAsync(borough, level: 3, new(2026, 11, 30)));
        Assert.Equal((0, 1), await AtAsync(borough, level: 3, new(2026, 12, 1)));
    }

    [Fact]
    public async Task Training_dated_in_the_future_does_not_count_yet()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1), 1, Today.AddDays(1));
        Assert.Equal((0, 1), await AtAsync(borough, level: 1));
        Assert.Equal((1, 1), await AtAsync(borough, level: 1, Today.AddDays(1)));
    }

    [Fact]
    public async Task A_certificate_that_names_an_earlier_end_ends_then()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1), 1, Today.AddMonths(-6), endsOn: Today);
        Assert.Equal((1, 1), await AtAsync(borough, level: 1));
        Assert.Equal((0, 1), await AtAsync(borough, level: 1, Today.AddDays(1)));
    }

    [Fact]
    public async Task A_claim_does_not_count_until_it_is_verified()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1), 1, Today.AddMonths(-6), verified: false);
        Assert.Equal((0, 1), await AtAsync(borough, level: 1));
    }

    [Fact]
    public async Task Someone_who_works_for_two_agencies_counts_at_each_with_what_each_job_needs()
    {
        await using var borough = await Borough.CreateAsync();
        var other = await borough.AgencyAsync("Libraries");
        var person = await borough.PersonAsync(needs: 2);
        await borough.JobAsync(person, needs: 1, other);
        await borough.TrainedAsync(person, 1, Today.AddMonths(-1));
        Assert.Equal((0, 1), await AtAsync(borough, level: 2));
        Assert.Equal((1, 1), await AtAsync(borough, level: 1, agency: other));
        Assert.Equal((0, 0), await AtAsync(borough, level: 1));
    }

    [Fact]
    public async Task Someone_with_two_jobs_counts_once_at_the_higher_level()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.JobAsync(await borough.PersonAsync(needs: 1), needs: 3);
        Assert.Equal((0, 0), await AtAsync(borough, level: 1));
        Assert.Equal((0, 1), await AtAsync(borough, level: 3));
    }

    [Fact]
    public async Task Who_leaves_today_is_gone_today()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.PersonAsync(needs: 1, left: Today);
        Assert.Equal((0, 1), await AtAsync(borough, level: 1, Today.AddDays(-1)));
        Assert.Equal((0, 0), await AtAsync(borough, level: 1));
    }

    [Fact]
    public async Task Who_starts_today_counts_today()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.PersonAsync(needs: 1, started: Today);
        Assert.Equal((0, 0), await AtAsync(borough, level: 1, Today.AddDays(-1)));
        Assert.Equal((0, 1), await AtAsync(borough, level: 1));
    }

    [Fact]
    public async Task A_job_that_is_not_mapped_never_counts_as_compliant()
    {
        await using var borough = await Borough.CreateAsync();
        var person = await borough.PersonAsync(needs: null);
        await borough.TrainedAsync(person, 1, Today.AddMonths(-1));
        foreach (var level in new[] { 1, 2, 3, 4 }) Assert.Equal((0, 0), await AtAsync(borough, level));
        var mapped = await borough.CountAsync<RolesMapped>();
        Assert.Equal((0, 1), (mapped.Numerator, mapped.Denominator));
    }

    [Fact]
    public async Task A_higher_level_satisfies_a_lower_need_when_the_levels_below_were_held_once()
    {
        await using var borough = await Borough.CreateAsync();
        var person = await borough.PersonAsync(needs: 1);
        await borough.TrainedAsync(person, 1, Today.AddYears(-6));
        await borough.TrainedAsync(person, 2, Today.AddMonths(-1));
        Assert.Equal((1, 1), await AtAsync(borough, level: 1));
    }

    [Fact]
    public async Task A_level_does_not_count_without_the_levels_below_it()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.TrainedAsync(await borough.PersonAsync(needs: 2), 2, Today.AddMonths(-1));
        Assert.Equal((0, 1), await AtAsync(borough, level: 2));
    }

    [Fact]
    public async Task A_stand_alone_level_counts_by_itself_for_12_months_after_each_years_development()
    {
        await using var borough = await Borough.CreateAsync();
        var person = await borough.PersonAsync(needs: 4);
        await borough.TrainedAsync(person, 4, Today.AddMonths(-20));
        Assert.Equal((0, 1), await AtAsync(borough, level: 4));
        await borough.TrainedAsync(person, 4, Today.AddMonths(-12));
        Assert.Equal((1, 1), await AtAsync(borough, level: 4));
        Assert.Equal((0, 1), await AtAsync(borough, level: 4, Today.AddDays(1)));
    }

    private static async Task<(int, int)> AtAsync(Borough borough, int level, DateOnly? day = null, Agency? agency = null)
    {
        var measured = await borough.CountAsync<StaffAtRequiredLevel>(day, level, agency);
        return (measured.Numerator, measured.Denominator);
    }
}
