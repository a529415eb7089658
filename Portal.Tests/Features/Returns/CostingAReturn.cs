using Portal.Features.Returns;
using Portal.Features.Returns.Sections;
using Portal.Features.Returns.Totals;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

public sealed class CostingAReturn : InACycle
{
    private Id<AgencyReturn> id;
    private Dictionary<string, GapLine> lines = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HasSixPeopleAsync();
        id = await Desk.Opened();
        lines = await Desk.Lines(id);
    }

    [Fact]
    public async Task Shares_a_cost_between_levels_by_their_gaps_and_keeps_the_penny()
    {
        await Borough.HasAsync(Database, "Fourth receptionist", Borough.Reception, started: new(2024, 1, 8));
        await Desk.In((RecountReturn recount) => recount.RunAsync(Borough.Lead, id, default));
        var action = await Desk.Plan(id, lines["RECEPTION"], lines["OFFICER"]);
        await Desk.Cost(id, action, 1, 100.01m);
        var totals = await TotalsAsync();
        // Three receptionists and two officers: 60.006 and 40.004.
        Assert.Equal(
            (Money.OfPounds(100.01m), Money.OfPounds(60.01m), Money.OfPounds(40.00m)),
            (totals.Total, totals.ByLevel[1], totals.ByLevel[2]));
        Assert.Equal(Money.OfPounds(25.00m), totals.PerPerson);
    }

    [Fact]
    public async Task Rounds_VAT_once_and_adds_up_by_kind_and_by_who_pays()
    {
        var action = await Desk.Plan(id, lines["RECEPTION"]);
        await Desk.Cost(id, action, 3, 33.33m, CostFunding.Partnership, vat: 20);
        await Desk.Cost(id, action, 0.5m, 17.25m, kind: CostKind.StaffRelease);
        var totals = await TotalsAsync();
        Assert.Equal((Money.OfPounds(119.99m), Money.OfPounds(8.63m)), (totals.Asked, totals.ByKind[CostKind.StaffRelease]));
        Assert.Equal((totals.Total, totals.Total), (totals.ByKind.Values.Sum(), totals.ByFunding.Values.Sum()));
    }

    [Fact]
    public async Task Nobody_is_brought_to_the_standard_twice()
    {
        // Three people, one of whom holds the level: two actions about the same gap, and a third that is not costed.
        var course = await Desk.Plan(id, lines["RECEPTION"]);
        await Desk.Cost(id, course, 1, 100);
        Assert.Equal(Money.OfPounds(50), (await TotalsAsync()).PerPerson);
        var licence = await Desk.Plan(id, lines["RECEPTION"]);
        await Desk.Cost(id, licence, 1, 20);
        await Desk.Plan(id, lines["OFFICER"]);
        Assert.Equal(Money.OfPounds(60), (await TotalsAsync()).PerPerson);
        var both = await Desk.Plan(id, lines["RECEPTION"], lines["OFFICER"]);
        await Desk.Cost(id, both, 1, 40);
        Assert.Equal(Money.OfPounds(40), (await TotalsAsync()).PerPerson);
    }

    [Fact]
    public async Task An_agency_that_counts_more_people_itself_brings_more_of_them()
    {
        var line = lines["RECEPTION"];
        await Desk.In((StateLine state) => state.RunAsync(
            Borough.Lead, id, line.Id, new(9, 1, "Six started last week"), line.Version, default));
        var action = await Desk.In((SaveAction save) => save.RunAsync(
            Borough.Lead, id, null, new(ActionRoute.ELearning, null, "Head of housing", Today.AddMonths(3), 10, [line.Id]), 0, default));
        await Desk.Cost(id, action, 1, 80);
        Assert.Equal(Money.OfPounds(10), (await TotalsAsync()).PerPerson);
    }

    [Fact]
    public async Task A_blank_line_counts_nothing_and_is_listed()
    {
        var action = await Desk.Plan(id, lines["RECEPTION"]);
        await Desk.Cost(id, action, null, 70);
        await Desk.Cost(id, action, 4, null);
        var totals = await TotalsAsync();
        Assert.Equal((Money.Zero, 2, null), (totals.Total, totals.Blank, totals.PerPerson));
        Assert.Equal(0, (await Desk.In((ReturnProgress progress) => progress.RunAsync(id, default))).Costed);
    }

    [Theory]
    [InlineData(-1, 10, "Quantity must be between 0 and 100,000")]
    [InlineData(1.005, 10, "Quantity can have up to two decimal places")]
    [InlineData(1, -0.01, "Price must be £0 or more")]
    [InlineData(1, 1_000_000_000, "Price must be £1,000,000 or less")]
    [InlineData(100_000, 100, "Quantity times price is £10,000,000. A line can be £1,000,000 at most")]
    public async Task Refuses_sums_that_are_a_slip_of_the_keyboard(double quantity, double pounds, string sentence)
    {
        var action = await Desk.Plan(id, lines["RECEPTION"]);
        Assert.Equal(
            sentence, (await Assert.ThrowsAsync<Refused>(() => Desk.Cost(id, action, (decimal)quantity, (decimal)pounds))).Message);
    }

    [Fact]
    public async Task Takes_300_lines_and_offers_the_agencys_own_latest_price()
    {
        var action = await Desk.Plan(id, lines["RECEPTION"], lines["OFFICER"]);
        for (var i = 1; i <= 300; i++) await Desk.Cost(id, action, 1, i, kind: CostKind.Travel);
        Assert.Equal(Money.OfPounds(45_150), (await TotalsAsync()).Total);
        var prices = await Desk.In((CostPrices all) => all.RunAsync(Borough.Homes.Id, default));
        Assert.Equal(
            (Money.OfPounds(300), "Your agency’s own latest price"),
            prices.Where(p => p.Kind == CostKind.Travel).Select(p => (p.Amount, p.Basis)).Single());
        Assert.Equal(Money.OfPounds(600), prices.Single(p => p.Kind == CostKind.TrainerDay).Amount);
        Assert.NotEqual(
            Money.OfPounds(300),
            (await Desk.In((CostPrices all) => all.RunAsync(Borough.Clinic.Id, default))).Single(p => p.Kind == CostKind.Travel).Amount);
    }

    private Task<CostTotals.Figures> TotalsAsync() => Desk.In((CostTotals costs) => costs.RunAsync(id, default));
}
