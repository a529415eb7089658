using FsCheck;
using FsCheck.Fluent;

namespace Portal.Tests.Domain;

/// <summary>Whether sources with conditions can pay a set of bills, and what each pays.</summary>
public sealed class PayingFromSeveralSources
{
    /// <param name="Amounts">Pence of each source.</param>
    /// <param name="Bills">Each with the sources, as bits, that may pay it.</param>
    private sealed record Desk(int[] Amounts, (int Payers, int Cost)[] Bills);

    private static readonly Gen<Desk> AnyDesk =
        from sources in Gen.Choose(1, 4)
        from amounts in Gen.Choose(0, 12).ArrayOf(sources)
        from bills in (from payers in Gen.Choose(0, (1 << sources) - 1)
                       from cost in Gen.Choose(0, 12)
                       select (payers, cost)).ArrayOf(5)
        select new Desk(amounts, bills);

    [Fact]
    public void The_bounds_are_kept_exactly_when_a_way_to_pay_is_found() => Prop.ForAll(AnyDesk.ToArbitrary(), desk =>
    {
        var purse = new PlanPurse([.. desk.Amounts.Select((a, i) => new PlanSource($"{i}", new(a), 1, 1))]);
        var costs = desk.Bills.GroupBy(b => b.Payers).ToDictionary(g => g.Key, g => g.Sum(b => (long)b.Cost));
        var kept = purse.Bounds(costs.Keys).All(b => costs.Where(c => (c.Key & ~b.Payers) == 0).Sum(c => c.Value) <= b.Most.Pence);
        var paid = purse.Pay(costs);
        Assert.Equal(kept, paid is not null);
        if (paid is null) return;
        Assert.Equal(costs.Values.Sum(), paid.Sum(p => p.Pence));
        Assert.All(paid.Zip(desk.Amounts), p => Assert.InRange(p.First.Pence, 0, p.Second));
        // Whatever nobody else may pay was paid by those who may.
        Assert.All(costs, c => Assert.True(paid.Index().Where(p => (c.Key & (1 << p.Index)) != 0).Sum(p => p.Item.Pence) >= c.Value));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));

    [Fact]
    public void Money_that_ends_first_is_spent_first()
    {
        var purse = new PlanPurse([new("Budget", new(100), 1, 12), new("Grant", new(60), 1, 4)]);
        Assert.Equal([new(20), new Money(60)], purse.Pay(new Dictionary<int, long> { [3] = 80 })!);
        Assert.Equal([new(80), new Money(10)], purse.Pay(new Dictionary<int, long> { [1] = 80, [3] = 10 })!);
        Assert.Null(purse.Pay(new Dictionary<int, long> { [0] = 1 }));
    }

    [Fact]
    public void A_source_pays_what_its_conditions_allow()
    {
        var source = new PlanSource("Grant", new(1), From: 2, Until: 3, Level: 2, Type: AgencyType.Health);
        Assert.True(source.Pays(2, AgencyType.Health, 2));
        Assert.False(source.Pays(2, AgencyType.Health, 1) || source.Pays(2, AgencyType.Health, 4) || source.Pays(1, AgencyType.Health, 2)
            || source.Pays(2, AgencyType.Police, 2) || source.Pays(2, null, 2));
    }
}
