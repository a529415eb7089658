namespace Portal.Tests.Features.Standards;

/// <summary>An agency closes, or opens again that was closed in error: what stood of it, and its flags.</summary>
public sealed class ClosingAndOpeningItsAgency
{
    private static readonly DateOnly Today = Borough.Today;

    [Theory]
    [InlineData(Outcome.NotMet, 0), InlineData(Outcome.Unknown, 93)]
    public async Task A_flag_goes_on_from_the_day_it_was_first_seen_even_while_nothing_can_be_told(Outcome stands, int confirmedDaysAgo)
    {
        await using var borough = await UntrainedAsync(Today.AddDays(-confirmedDaysAgo));
        await borough.EvaluateAsync(Today.AddDays(-5));
        await CloseAsync(borough);
        await borough.EvaluateAsync();
        Assert.Equal(FlagState.Closed, Assert.Single(await borough.FlagsAsync()).State);
        await OpenAsync(borough);
        await borough.EvaluateAsync();
        var flag = Assert.Single(await borough.FlagsAsync());
        Assert.Equal((FlagState.Open, null, Today.AddDays(-5), 1), (flag.State, flag.ClosedBecause, flag.FirstSeenOn, flag.Occurrence));
        Assert.Equal(stands, (await borough.ResultAsync("S06", level: 1)).Outcome);
    }

    [Fact]
    public async Task A_standing_goes_on_when_it_closed_and_opened_on_one_day()
    {
        await using var borough = await UntrainedAsync(Today);
        await borough.EvaluateAsync(Today.AddDays(-5));
        await CloseAsync(borough);
        await borough.EvaluateAsync();
        Assert.Equal(Today, Assert.Single(await borough.HistoryAsync("S06", 1)).Until);
        await OpenAsync(borough);
        await borough.EvaluateAsync();
        var one = Assert.Single(await borough.HistoryAsync("S06", 1));
        Assert.Equal((Today.AddDays(-5), null), (one.From, one.Until));
    }

    [Fact]
    public async Task What_was_judged_on_its_last_morning_is_kept_and_stands_on_no_day()
    {
        await using var borough = await UntrainedAsync(Today);
        await borough.EvaluateAsync(Today.AddDays(-5));
        await borough.TrainedAsync((await borough.EveryoneAsync())[0], 1, Today.AddDays(-1));
        await borough.EvaluateAsync();
        await CloseAsync(borough);
        await borough.EvaluateAsync();
        var history = await borough.HistoryAsync("S06", 1);
        Assert.Equal([(Outcome.NotMet, Today.AddDays(-5), Today), (Outcome.Met, Today, Today)],
            history.Select(r => (r.Outcome, r.From, r.Until!.Value)));
        Assert.Empty(await borough.ResultsAsync(Today, level: 1));
    }

    private static async Task<Borough> UntrainedAsync(DateOnly confirmed)
    {
        var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        borough.Agency.ConfirmStaffList(confirmed);
        await borough.PersonAsync(needs: 1);
        return borough;
    }

    private static Task CloseAsync(Borough borough)
    {
        borough.Agency.Close(Today);
        return borough.SaveAsync();
    }

    private static Task OpenAsync(Borough borough)
    {
        borough.Agency.Reopen(Today);
        return borough.SaveAsync();
    }
}
