using Portal.Features.Assessments;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Assessments;

/// <summary>Resource implications: what signed returns ask of the partnership.</summary>
public sealed class AskingThePartnership : InASmallBorough
{
    private static readonly DateTime Now = new TestClock().Now;

    [Fact]
    public async Task Is_told_by_agency_level_and_year_with_health_first_and_to_the_penny()
    {
        var cycle = await Borough.CycleAsync(Database, new(2026, 9, 7), new(2026, 11, 30));
        await SignedAsync(cycle, Borough.Homes, (CostFunding.Partnership, Money.OfPounds(100.01m), 2026), (CostFunding.OwnBudget, Money.OfPounds(900), 2026));
        await SignedAsync(cycle, Borough.Clinic, (CostFunding.Partnership, Money.OfPounds(50), 2026), (CostFunding.Partnership, Money.OfPounds(5), 2027));
        Assert.Equal(
            [
                ("Brook Lane Clinic", 2, 2026, Money.OfPounds(40)), ("Brook Lane Clinic", 2, 2027, Money.OfPounds(4)), ("Brook Lane Clinic", 3, 2026, Money.OfPounds(10)), ("Brook Lane Clinic", 3, 2027, Money.OfPounds(1)),
                ("Brambleford Homes", 2, 2026, Money.OfPounds(80.01m)), ("Brambleford Homes", 3, 2026, Money.OfPounds(20)),
            ],
            (await RowsAsync(Borough.Commissioner)).Select(r => (r.Agency, r.Level!.Value, r.Year, r.Asked)));
    }

    [Fact]
    public async Task Leaves_out_what_was_signed_after_the_day_and_what_is_not_signed()
    {
        var cycle = await Borough.CycleAsync(Database, new(2026, 9, 7), new(2026, 11, 30));
        await SignedAsync(cycle, Borough.Homes, (CostFunding.Partnership, Money.OfPounds(100), 2026));
        await Borough.CostsAsync(Database, await Borough.ReturnAsync(Database, cycle, Borough.Clinic), (CostFunding.Partnership, Money.OfPounds(50), 2026));
        Assert.Empty(await RowsAsync(Borough.Commissioner, new(2026, 11, 15)));
        Assert.All(await RowsAsync(Borough.Commissioner), r => Assert.Equal("Brambleford Homes", r.Agency));
    }

    [Fact]
    public async Task Is_refused_to_those_who_do_not_read_gaps() =>
        Assert.Equal("Your role does not allow this", (await Assert.ThrowsAsync<Refused>(() => RowsAsync(Borough.Lead))).Message);

    private async Task SignedAsync(Cycle cycle, Agency agency, params (CostFunding, Money, int)[] sums)
    {
        var made = await Borough.ReturnAsync(Database, cycle, agency);
        await Borough.CostsAsync(Database, made, sums);
        await Borough.SentAsync(Database, made, Now);
    }

    private async Task<IReadOnlyList<ResourceImplications.Row>> RowsAsync(Viewer viewer, DateOnly? day = null)
    {
        await using var db = Database.Open();
        return await new ResourceImplications(db, new(db)).RunAsync(viewer, day ?? Database.Clock.Today, default);
    }
}
