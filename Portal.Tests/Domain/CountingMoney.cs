namespace Portal.Tests.Domain;

public class CountingMoney
{
    [Theory, InlineData("1200", 120000), InlineData("£1,200.50", 120050), InlineData(" 1 200.5 ", 120050), InlineData("0", 0),
        InlineData("-5", -500), InlineData("1,234,567", 123456700), InlineData("£ 12", 1200), InlineData("£.50", 50)]
    public void Reads_what_people_paste(string text, long pence)
    {
        Assert.True(Money.TryParse(text, out var money));
        Assert.Equal(pence, money.Pence);
    }

    [Theory, InlineData("1.234"), InlineData("twelve"), InlineData(""), InlineData(null), InlineData("1,200.50 each"),
        InlineData("9999999999999999999"), InlineData("12,50"), InlineData("1,20,0"), InlineData("1.200,50"), InlineData("1,2345"),
        InlineData("12 50"), InlineData("1,"), InlineData("£"), InlineData("1e3")]
    public void Refuses_what_is_no_sum(string? text) => Assert.False(Money.TryParse(text, out _));

    [Theory, InlineData(120000, "£1,200"), InlineData(120050, "£1,200.50"), InlineData(-500, "−£5"), InlineData(5, "£0.05")]
    public void Says_a_sum_as_people_do(long pence, string words) => Assert.Equal(words, new Money(pence).ToString());

    [Fact]
    public void Writes_the_sums_of_a_column_alike()
    {
        var mixed = new Money[] { new(120000), new(5050) }.Alike();
        Assert.Equal(["£1,200.00", "£50.50"], [mixed(new(120000)), mixed(new(5050))]);
        Assert.Equal("£1,200", new Money[] { new(120000), new(5000) }.Alike()(new(120000)));
    }

    [Fact]
    public void Keeps_the_penny_when_it_splits()
    {
        Assert.Equal([new(34), new(33), new(33)], new Money(100).SplitBy([1, 1, 1]));
        Assert.Equal([new(67), new(33)], new Money(100).SplitBy([2, 1]));
        foreach (var pence in new long[] { 1, 7, 99, 100_001, -101, long.MaxValue / 2 })
            foreach (int[] shares in new int[][] { [1, 2, 3], [0, 5], [7, 7, 7, 7, 7, 7], [1, 1_000_000] })
                Assert.Equal(new Money(pence), new Money(pence).SplitBy(shares).Sum());
        Assert.Throws<ArgumentException>(() => new Money(1).SplitBy([0, 0]));
    }

    [Fact]
    public void Rounds_a_rate_once_and_half_away_from_zero()
    {
        Assert.Equal(new Money(21), new Money(105).Times(0.2m));
        Assert.Equal(new Money(3), new Money(5).Times(0.5m));
        Assert.Equal(new Money(-3), new Money(-5).Times(0.5m));
        Assert.Throws<OverflowException>(() => new Money(long.MaxValue) + new Money(1));
    }

    [Fact]
    public void A_cost_is_quantity_times_price_with_VAT_rounded_once_and_blank_counts_nothing()
    {
        var cost = new CostLine { ReturnId = Id<AgencyReturn>.New(), ActionId = Id<GapAction>.New() };
        cost.Change(Entry(2.5m, Money.OfPounds(10.99m), 20));
        Assert.Equal((2748, 550, new Money(3298)), (cost.NetPence, cost.VatPence, cost.Total));
        cost.Change(Entry(null, Money.OfPounds(10), 20));
        Assert.True(cost is { IsBlank: true, NetPence: 0, VatPence: 0 });
    }

    [Theory]
    [InlineData(-1, 10, 0, "Quantity must be between 0 and 100,000")]
    [InlineData(1, -0.01, 0, "Price must be £0 or more")]
    [InlineData(1, 1_000_000_000, 0, "Price must be £1,000,000 or less")]
    [InlineData(100_000, 1000, 0, "Quantity times price is £100,000,000. A line can be £1,000,000 at most")]
    [InlineData(1, 1, 17, "Select a rate of VAT")]
    [InlineData(1.005, 1, 0, "Quantity can have up to two decimal places")]
    public void A_cost_refuses_what_is_a_slip(double quantity, double price, int vat, string sentence)
    {
        var cost = new CostLine { ReturnId = Id<AgencyReturn>.New(), ActionId = Id<GapAction>.New() };
        Assert.Equal(
            sentence, Assert.Throws<Refused>(() => cost.Change(Entry((decimal)quantity, Money.OfPounds((decimal)price), vat))).Message);
        Assert.True(cost.IsBlank);
    }

    [Fact]
    public void A_forecast_spends_first_what_ends_first_and_says_what_is_missing()
    {
        Dictionary<int, Money> needs = new() { [2026] = Money.OfPounds(8_000), [2027] = Money.OfPounds(9_000) };
        FundingForecast.Source[] sources =
        [
            new(Money.OfPounds(10_000), new(2026, 4, 1), null), new(Money.OfPounds(5_000), new(2026, 4, 1), new(2027, 3, 31)),
            new(Money.OfPounds(50_000), new(2030, 1, 1), null)
        ];
        Assert.Equal(
            [
                new(2026, Money.OfPounds(8_000), Money.OfPounds(8_000), Money.Zero),
                new(2027, Money.OfPounds(9_000), Money.OfPounds(7_000), Money.OfPounds(2_000))
            ],
            FundingForecast.Of(needs, sources));
    }

    private static CostLine.Entry Entry(decimal? quantity, Money? price, int vat) =>
        new(CostKind.ProviderFee, null, quantity, price, vat, CostFunding.OwnBudget, 2026);
}
