using Portal.Features.Standards.Measures;

namespace Portal.Tests.Features.Standards;

public class CountingTheRest
{
    private static readonly DateOnly Today = Borough.Today;

    [Fact]
    public async Task Refreshers_count_those_in_date_of_those_who_ever_held_their_level()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1), 1, Today.AddMonths(-2));
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1), 1, Today.AddYears(-5));
        await borough.TrainedAsync(await borough.PersonAsync(needs: 2), 1, Today.AddMonths(-2));
        await borough.PersonAsync(needs: 1);
        Assert.Equal((1, 2), await AtAsync<RefresherInDate>(borough));
    }

    [Fact]
    public async Task A_starter_has_until_the_end_of_the_due_day()
    {
        await using var borough = await Borough.CreateAsync();
        var person = await borough.PersonAsync(needs: 1, started: new(2026, 8, 16));
        Assert.Equal((0, 0), await AtAsync<StartersTrainedInTime>(borough, new(2026, 11, 16)));
        Assert.Equal((0, 1), await AtAsync<StartersTrainedInTime>(borough, new(2026, 11, 17)));
        await borough.TrainedAsync(person, 1, new(2026, 11, 16));
        Assert.Equal((1, 1), await AtAsync<StartersTrainedInTime>(borough, new(2026, 11, 17)));
    }

    [Fact]
    public async Task A_starter_trained_a_day_late_stays_late_for_12_months()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1, started: new(2026, 1, 10)), 1, new(2026, 4, 11));
        Assert.Equal((0, 1), await AtAsync<StartersTrainedInTime>(borough, new(2026, 4, 12)));
        Assert.Equal((0, 1), await AtAsync<StartersTrainedInTime>(borough, new(2027, 4, 10)));
        Assert.Equal((0, 0), await AtAsync<StartersTrainedInTime>(borough, new(2027, 4, 11)));
    }

    [Fact]
    public async Task A_starter_of_30_November_has_until_28_February()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.PersonAsync(needs: 1, started: new(2025, 11, 30));
        Assert.Equal((0, 0), await AtAsync<StartersTrainedInTime>(borough, new(2026, 2, 28)));
        Assert.Equal((0, 1), await AtAsync<StartersTrainedInTime>(borough, new(2026, 3, 1)));
    }

    [Fact]
    public async Task Training_that_lapsed_before_the_due_day_does_not_make_a_starter_trained()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1, started: new(2026, 6, 1)), 1, new(2022, 1, 1));
        Assert.Equal((0, 1), await AtAsync<StartersTrainedInTime>(borough));
    }

    [Fact]
    public async Task Someone_all_of_whose_jobs_are_mapped_is_mapped()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.PersonAsync(needs: 1);
        await borough.JobAsync(await borough.PersonAsync(needs: 1), needs: null);
        Assert.Equal((1, 2), await AtAsync<RolesMapped>(borough));
    }

    [Fact]
    public async Task Leads_count_while_in_post_and_confirmed_in_the_last_12_months()
    {
        await using var borough = await Borough.CreateAsync();
        Assert.Equal((0, 2, Outcome.NotMet, "Training lead vacant; Executive lead vacant"), await JudgedAsync<LeadsInPost>(borough));
        var training = await borough.LeadAsync(Role.TrainingLead, checkedOn: Today.AddMonths(-12));
        Assert.Equal((1, 2, Outcome.PartlyMet, "Executive lead vacant"), await JudgedAsync<LeadsInPost>(borough));
        await borough.LeadAsync(Role.ExecutiveLead, checkedOn: Today);
        Assert.Equal((2, 2, Outcome.Met, null), await JudgedAsync<LeadsInPost>(borough));
        Assert.Equal(
            (1, 2, Outcome.PartlyMet, "Training lead last confirmed on 16 November 2025"),
            await JudgedAsync<LeadsInPost>(borough, Today.AddDays(1)));
        training.End(Today);
        await borough.SaveAsync();
        Assert.Equal((1, 2, Outcome.PartlyMet, "Training lead vacant"), await JudgedAsync<LeadsInPost>(borough));
    }

    [Fact]
    public async Task A_strategy_is_in_date_until_its_review_day_and_partly_so_in_the_last_30_days()
    {
        await using var borough = await Borough.CreateAsync();
        Assert.Equal((0, 1, Outcome.NotMet, "No approved strategy is filed"), await JudgedAsync<TrainingStrategyInDate>(borough));
        var strategy = new TrainingStrategy
        {
            PartnershipId = borough.Partnership.Id, AgencyId = borough.Agency.Id, Title = "Strategy", FiledOn = new(2025, 1, 1),
            FiledBy = null, ReviewOn = new(2026, 12, 31)
        };
        strategy.Approve(null, new(2025, 1, 10));
        await borough.AddAsync(strategy);
        Assert.Equal(
            (1, 1, Outcome.Met, "In date until 31 December 2026"), await JudgedAsync<TrainingStrategyInDate>(borough, new(2026, 11, 30)));
        Assert.Equal(
            (1, 1, Outcome.PartlyMet, "Review is due on 31 December 2026"),
            await JudgedAsync<TrainingStrategyInDate>(borough, new(2026, 12, 1)));
        Assert.Equal(
            (1, 1, Outcome.PartlyMet, "Review is due on 31 December 2026"),
            await JudgedAsync<TrainingStrategyInDate>(borough, new(2026, 12, 31)));
        Assert.Equal(
            (0, 1, Outcome.NotMet, "Review was due on 31 December 2026"),
            await JudgedAsync<TrainingStrategyInDate>(borough, new(2027, 1, 1)));
        Assert.Equal(Outcome.NotMet, (await borough.CountAsync<TrainingStrategyInDate>(new(2025, 1, 9))).Outcome);
    }

    [Fact]
    public async Task Data_counts_the_filled_fields_of_every_current_post()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.PersonAsync(needs: 1);
        var person = await borough.PersonAsync(needs: 1);
        person.Email = null;
        await borough.SaveAsync();
        Assert.Equal((7, 8, null, null), await JudgedAsync<DataComplete>(borough));
    }

    [Fact]
    public async Task A_staff_list_not_confirmed_for_90_days_is_not_met_however_complete()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.PersonAsync(needs: 1);
        Assert.Null((await borough.CountAsync<DataComplete>(Today.AddDays(90))).Outcome);
        Assert.Equal(
            (4, 4, Outcome.NotMet, "The staff list was last confirmed on 16 November 2026"),
            await JudgedAsync<DataComplete>(borough, Today.AddDays(91)));
    }

    private static async Task<(int, int)> AtAsync<TMeasure>(Borough borough, DateOnly? day = null) where TMeasure : IMeasure
    {
        var measured = await borough.CountAsync<TMeasure>(day);
        return (measured.Numerator, measured.Denominator);
    }

    private static async Task<(int, int, Outcome?, string?)> JudgedAsync<TMeasure>(Borough borough, DateOnly? day = null)
        where TMeasure : IMeasure
    {
        var measured = await borough.CountAsync<TMeasure>(day);
        return (measured.Numerator, measured.Denominator, measured.Outcome, measured.Note);
    }
}
