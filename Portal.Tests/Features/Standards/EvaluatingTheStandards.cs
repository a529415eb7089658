namespace Portal.Tests.Features.Standards;

public class EvaluatingTheStandards
{
    private static readonly DateOnly Today = Borough.Today;

    [Fact]
    public async Task Writes_a_result_for_each_agency_standard_and_level()
    {
        await using var borough = await PeopleAsync();
        var evaluation = await borough.EvaluateAsync();
        Assert.Equal(4, evaluation.ResultsChanged);
        Assert.Equal((Outcome.NotMet, 0, 1), Figure(await borough.ResultAsync("S06", level: 1)));
        Assert.Equal("Nobody’s job needs this level", (await borough.ResultAsync("S06", level: 4)).Note);
        Assert.Equal(Outcome.NotApplicable, (await borough.ResultAsync("S06", level: 4)).Outcome);
    }

    [Fact]
    public async Task Changes_nothing_the_second_time()
    {
        await using var borough = await PeopleAsync();
        await borough.EvaluateAsync(Today.AddDays(-1));
        var again = await borough.EvaluateAsync(Today.AddDays(-1));
        var nextDay = await borough.EvaluateAsync();
        Assert.Equal((0, 0, 0), (again.ResultsChanged, again.FlagsOpened, again.FlagsClosed));
        Assert.Equal((0, 0, 0), (nextDay.ResultsChanged, nextDay.FlagsOpened, nextDay.FlagsClosed));
        Assert.Equal(Today.AddDays(-1), (await borough.ResultAsync("S06", level: 1)).From);
    }

    [Fact]
    public async Task Keeps_every_past_day_as_it_was()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        await borough.TrainedAsync(await borough.PersonAsync(needs: 1), 1, new(2023, 6, 1));
        for (var day = new DateOnly(2023, 1, 1); day <= Today; day = day.AddMonths(1)) await borough.EvaluateAsync(day);
        foreach (var (day, outcome) in new[]
        {
            (new DateOnly(2023, 5, 31), Outcome.NotMet), (new(2023, 6, 1), Outcome.Met), (new(2026, 6, 30), Outcome.Met),
            (new(2026, 7, 1), Outcome.NotMet), (Today, Outcome.NotMet)
        })
            Assert.Equal(outcome, (await borough.ResultAsync("S06", day, level: 1)).Outcome);
        Assert.Equal(3, (await borough.HistoryAsync("S06", level: 1)).Count);
    }

    [Fact]
    public async Task Asked_twice_on_a_day_keeps_only_the_later_answer()
    {
        await using var borough = await PeopleAsync();
        await borough.EvaluateAsync();
        await borough.PersonAsync(needs: 1);
        await borough.EvaluateAsync();
        var only = Assert.Single(await borough.HistoryAsync("S06", level: 1));
        Assert.Equal((2, Today, null), (only.Denominator, only.From, only.Until));
    }

    [Fact]
    public async Task Is_refused_for_days_before_the_newest_and_days_to_come()
    {
        await using var borough = await PeopleAsync();
        await borough.EvaluateAsync();
        var back = await Assert.ThrowsAsync<Refused>(() => borough.EvaluateAsync(Today.AddDays(-1)));
        Assert.Equal("Results already go up to 16 November 2026. Choose that day or a later one", back.Message);
        await Assert.ThrowsAsync<Refused>(() => borough.EvaluateAsync(Today.AddDays(1)));
    }

    [Fact]
    public async Task Says_not_yet_due_before_the_agencys_phase_and_judges_from_its_first_day()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S09", "RolesMapped");
        var later = await borough.AddAsync(new Phase { PartnershipId = borough.Partnership.Id, Number = 2, StartsOn = Today });
        var agency = await borough.AgencyAsync("Libraries", later);
        await borough.PersonAsync(needs: null, agency);
        await borough.EvaluateAsync(Today.AddDays(-1));
        var before = await borough.ResultAsync("S09", Today.AddDays(-1), agency: agency);
        Assert.Equal((Outcome.NotYetDue, "Begins on 16 November 2026"), (before.Outcome, before.Note));
        Assert.Empty(await borough.FlagsAsync());
        await borough.EvaluateAsync();
        Assert.Equal(Outcome.NotMet, (await borough.ResultAsync("S09", agency: agency)).Outcome);
        Assert.Single(await borough.FlagsAsync());
    }

    [Fact]
    public async Task A_staff_list_not_confirmed_for_90_days_makes_counts_of_people_unknown_and_keeps_the_figure()
    {
        await using var borough = await PeopleAsync();
        await borough.StandardAsync("S17", "DataComplete", 100, 95);
        borough.Agency.ConfirmStaffList(Today.AddDays(-91));
        await borough.SaveAsync();
        await borough.EvaluateAsync();
        var unknown = await borough.ResultAsync("S06", level: 1);
        Assert.Equal(
            (Outcome.Unknown, 0, 1, "The staff list was last confirmed on 17 August 2026"),
            (unknown.Outcome, unknown.Numerator, unknown.Denominator, unknown.Note));
        Assert.Equal(
            (Outcome.NotMet, "The staff list was last confirmed on 17 August 2026"),
            ((await borough.ResultAsync("S17")).Outcome, (await borough.ResultAsync("S17")).Note));
    }

    [Fact]
    public async Task A_new_version_of_a_standard_judges_from_its_first_day()
    {
        await using var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S09", "RolesMapped", metAt: 90);
        await borough.StandardAsync("S09", "RolesMapped", metAt: 50, number: 2, from: Today);
        for (var i = 0; i < 6; i++) await borough.PersonAsync(needs: i < 4 ? 1 : null);
        await borough.EvaluateAsync(Today.AddDays(-1));
        await borough.EvaluateAsync();
        Assert.Equal(Outcome.NotMet, (await borough.ResultAsync("S09", Today.AddDays(-1))).Outcome);
        Assert.Equal(Outcome.Met, (await borough.ResultAsync("S09")).Outcome);
    }

    [Fact]
    public async Task A_closed_agency_leaves()
    {
        await using var borough = await PeopleAsync();
        await borough.EvaluateAsync(Today.AddDays(-1));
        borough.Agency.Close(Today);
        await borough.SaveAsync();
        await borough.EvaluateAsync();
        Assert.Empty(await borough.ResultsAsync(Today, level: 1));
        Assert.Single(await borough.ResultsAsync(Today.AddDays(-1), level: 1));
        Assert.Equal(
            (FlagState.Closed, "The agency closed on 16 November 2026"),
            (Assert.Single(await borough.FlagsAsync()).State, (await borough.FlagsAsync())[0].ClosedBecause));
    }

    [Fact]
    public async Task Several_at_once_write_everything_once()
    {
        await using var borough = await PeopleAsync();
        for (var i = 0; i < 10; i++) await borough.PersonAsync(needs: 1, await borough.AgencyAsync($"Agency {i}"));
        var evaluations = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => borough.EvaluateAsync())));
        Assert.Equal(44, evaluations.Sum(e => e.ResultsChanged));
        var flags = await borough.FlagsAsync();
        Assert.Equal(Enumerable.Range(1, 11).Select(n => $"FLG-{n:0000}"), flags.Select(f => f.Reference));
    }

    private static (Outcome, int, int) Figure(StandardResult result) => (result.Outcome, result.Numerator, result.Denominator);

    private static async Task<Borough> PeopleAsync()
    {
        var borough = await Borough.CreateAsync();
        await borough.StandardAsync("S06", "StaffAtRequiredLevel", perLevel: true);
        await borough.PersonAsync(needs: 1);
        return borough;
    }
}
