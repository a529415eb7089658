using Portal.Tests.Support;

namespace Portal.Tests.Features.Reports;

/// <summary>Skill-gap assessments in an edition whose cut-off day is 4 November 2026.</summary>
public sealed class ReportingReturns : ReportScene
{
    private static readonly DateTime InTime = new(2026, 10, 20, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateTime AfterCutOff = new(2026, 11, 5, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public async Task Only_what_was_sent_by_the_cut_off_day_is_returned()
    {
        var cycle = await Borough.CycleAsync(Database, new(2026, 9, 7), new(2026, 10, 30));
        await Borough.SentAsync(Database, await Borough.ReturnAsync(Database, cycle), InTime);
        await Borough.SentAsync(Database, await Borough.ReturnAsync(Database, cycle, Borough.Clinic), AfterCutOff);
        await StandsAsync(Borough.Clinic, Outcome.NotMet, 1, 10, from: new(2026, 10, 1));
        var content = await ContentAsync();
        Assert.Equal((2, 1, 1, 0), (content.Returns!.Asked, content.Returns.Returned, content.Returns.OnTime, content.Returns.NotDue));
        Assert.Equal("Brook Lane Clinic", Assert.Single(content.Returns.Missing).Agency);
        Assert.Equal(
            new ReturnEntry("Phase 1, first cycle", new(2026, 10, 30), null, null, null, Timeliness.NotReturned),
            Assert.Single(content.Agencies).Return);
        Assert.Contains(
            content.Recommendations,
            s => s.StartsWith(
                "Brook Lane Clinic has not provided its skill-gap assessment, due 30 October 2026.", StringComparison.Ordinal));
        Assert.Equal(["Brambleford Homes"], content.Costs!.Agencies.Select(a => a.Agency));
    }

    [Fact]
    public async Task A_return_that_is_not_due_is_asked_for_by_nobody()
    {
        await Borough.ReturnAsync(Database, await Borough.CycleAsync(Database, new(2026, 10, 26), new(2026, 11, 30)));
        var content = await ContentAsync();
        Assert.Equal(
            (1, 0, 1, 0), (content.Returns!.Asked, content.Returns.Returned, content.Returns.NotDue, content.Returns.Missing.Count));
        Assert.DoesNotContain(content.Recommendations, s => s.Contains("has not provided"));
    }

    [Fact]
    public async Task The_cost_is_told_by_level_and_agency_beside_the_ledger_of_that_day()
    {
        var made = await Borough.ReturnAsync(Database, await Borough.CycleAsync(Database, new(2026, 9, 7), new(2026, 10, 30)));
        await Borough.CostsAsync(
            Database, made, (CostFunding.Partnership, Money.OfPounds(9_000), 2026), (CostFunding.NoSource, Money.OfPounds(2_000), 2026),
            (CostFunding.OwnBudget, Money.OfPounds(500), 2026));
        await Borough.SentAsync(Database, made, InTime);
        var opening = await Borough.SaveAsync(
            Database,
            new FundingSource
            {
                PartnershipId = Borough.Partnership.Id, Name = "Opening budget", Kind = FundingKind.PartnershipBudget,
                Amount = Money.OfPounds(10_000), From = new(2026, 4, 1)
            });
        await SaveAsync(
            Committed(opening, 1_000, new(2026, 11, 4)), Committed(opening, 5_000, new(2026, 11, 5)), await LateContributionAsync());
        var costs = (await ContentAsync()).Costs!;
        Assert.Equal(
            [("1", 0, Money.Zero), ("2", 4, Money.OfPounds(9_200)), ("3", 1, Money.OfPounds(2_300)), ("4", 0, Money.Zero)],
            costs.Levels.Select(l => (l.Code, l.Gap, l.Cost)));
        Assert.Equal((11_500, 500, 9_000, 2_000), (Pounds(costs.Total), Pounds(costs.Funded), Pounds(costs.Asked), Pounds(costs.NoSource)));
        Assert.Equal([new FundingLine("Opening budget", Money.OfPounds(10_000), Money.OfPounds(1_000), null)], costs.Ledger);
        Assert.Equal((2_000, 1, 2), (Pounds(costs.Shortfall), costs.Signed, costs.InScope));
    }

    [Fact]
    public async Task An_agencys_people_read_their_own_return_and_cost_and_no_others()
    {
        var cycle = await Borough.CycleAsync(Database, new(2026, 9, 7), new(2026, 10, 30));
        await Borough.SentAsync(Database, await Borough.ReturnAsync(Database, cycle), InTime);
        await Borough.ReturnAsync(Database, cycle, Borough.Clinic);
        await StandsAsync(Borough.Homes, Outcome.NotMet, 1, 10, from: new(2026, 10, 1));
        var read = (await ContentAsync()).For(Borough.Lead);
        Assert.Null(read.Costs);
        Assert.Empty(read.Returns!.Missing);
        Assert.DoesNotContain(read.Recommendations, s => s.Contains("Clinic"));
        Assert.Equal((Timeliness.OnTime, 5), (Assert.Single(read.Agencies).Return!.Timeliness, read.Agencies[0].Cost!.Gap));
    }

    [Fact]
    public async Task Nothing_is_said_of_returns_before_the_first_cycle()
    {
        var content = await ContentAsync();
        Assert.Equal((null, null), (content.Returns, content.Costs));
    }

    private static decimal Pounds(Money money) => money.Pence / 100m;

    private FundingCommitment Committed(FundingSource source, decimal pounds, DateOnly on) =>
        new() { PartnershipId = Borough.Partnership.Id, SourceId = source.Id, What = "For all", Amount = Money.OfPounds(pounds), On = on };

    /// <summary>A board agreed to it on the day after the cut-off, from an earlier day on.</summary>
    private async Task<FundingSource> LateContributionAsync()
    {
        var request = new ContributionRequest
        {
            PartnershipId = Borough.Partnership.Id, Board = "Adults board", Asked = Money.OfPounds(2_000), AskedOn = new(2026, 10, 1)
        };
        var source = request.Agree(Money.OfPounds(2_000), new(2026, 4, 1), null, null, new(2026, 11, 5));
        await SaveAsync(request);
        return source;
    }

    private async Task<EditionContent> ContentAsync()
    {
        await PrepareAsync();
        return (await EditionsAsync()).Single().Read();
    }
}
