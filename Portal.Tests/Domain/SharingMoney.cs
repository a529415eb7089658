using FsCheck;
using FsCheck.Fluent;
using Portal.Tests.Support;

namespace Portal.Tests.Domain;

/// <summary>What holds of the money of commissioning, whatever the sums, the shares and the order of events.</summary>
public sealed class SharingMoney
{
    private static readonly Id<Partnership> Partnership = Id<Partnership>.New();
    private static readonly DateTime Now = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = UkClock.DayOf(Now);
    private static readonly Viewer Lead = new(Id<User>.New(), "Lead", Partnership, Role.TrainingLead),
        Commissioner = new(Id<User>.New(), "Commissioner", Partnership, Role.Commissioner);

    private static readonly Gen<Money> AnyMoney = Gen.Choose(0, 2_000_000).Select(pence => new Money(pence));

    private static readonly Gen<(int Of, OrderedDate Standing)> AnyDate =
        from of in Gen.Choose(1, 30)
        from standing in Gen.Elements(Enum.GetValues<OrderedDate>())
        select (of, standing);

    /// <summary>Pence to promise, whether something is released, and how much of it is kept, per cent.</summary>
    private static readonly Gen<(int Pence, int Release, int Kept)> AnyDeed =
        from pence in Gen.Choose(-1_000, 600_000)
        from release in Gen.Choose(0, 3)
        from kept in Gen.Choose(0, 100)
        select (pence, release, kept);

    [Fact]
    public void Shares_make_up_the_whole_under_any_split() => Check(
        from sum in AnyMoney
        from sign in Gen.Elements(1, -1)
        from shares in Gen.Choose(0, 5_000).NonEmptyListOf()
        where shares.Sum() > 0
        select (Sum: new Money(sign * sum.Pence), Shares: shares), split =>
        {
            var parts = split.Sum.SplitBy(split.Shares.ToArray());
            Assert.Equal(split.Sum, parts.Sum());
            // Nobody pays more than a penny beside their part.
            Assert.All(parts.Zip(split.Shares), p => Assert.InRange(
                p.First.Pence - (decimal)split.Sum.Pence * p.Second / split.Shares.Sum(), -1, 1));
        });

    [Fact]
    public void What_agencies_share_makes_up_the_cost_whatever_the_rule_and_whoever_is_merged() => Check(
        from cost in Gen.Choose(1, 1_000_000)
        from rule in Gen.Elements(Enum.GetValues<SharingRule>())
        from places in Gen.Choose(1, 60).ArrayOf(4)
        from staff in Gen.Choose(0, 900).ArrayOf(4)
        from merged in Gen.Choose(0, 3).ListOf(3)
        select (cost, rule, places, staff, merged), story =>
        {
            var agencies = story.places.Select(_ => Id<Agency>.New()).ToArray();
            var request = CommissioningRequest.Start(Lead, agencies[0], 1, "Together", Now);
            request.SayWhat(new(null, CourseMode.Room, [], [], null, story.places[0], Today, Today), Today);
            request.Share(Lead, Now);
            foreach (var i in new[] { 1, 2, 3 }) request.Join(Lead, agencies[i], $"Agency {i}", story.places[i], Now);
            request.AddCost(new(CostKind.ProviderFee, null, 1, new Money(story.cost), 20, CostFunding.OwnBudget, 2026));
            request.ShareCost(story.rule);
            var size = agencies.Zip(story.staff).ToDictionary(a => a.First, a => a.Second);
            foreach (var from in story.merged.Where(m => request.Asking.Contains(agencies[m])))
            {
                var to = request.Asking.FirstOrDefault(a => a != agencies[from]);
                if (to != default) request.HandOver(Commissioner, agencies[from], to, "Merged", Now);
                var shares = request.Shares(size);
                Assert.Equal(request.Shared, shares.Select(s => s.Share).Sum());
                Assert.Equal(story.places.Sum(), shares.Sum(s => s.Places));
            }
        });

    [Theory]
    [InlineData(SharingRule.Equally, true)]
    [InlineData(SharingRule.ByPlaces, true)]
    [InlineData(SharingRule.ByHeadcount, false)]
    public void What_an_agency_pays_of_what_was_decided_stays_when_another_has_its_place(SharingRule rule, bool isHanded)
    {
        var (own, along, other) = (Id<Agency>.New(), Id<Agency>.New(), Id<Agency>.New());
        var size = new Dictionary<Id<Agency>, int> { [own] = 10, [along] = 30, [other] = 500 };
        var request = CommissioningRequest.Start(Lead, own, 1, "Together", Now);
        Given.Complete(request, Today, 0);
        request.AddCost(new(CostKind.ProviderFee, null, 1, Money.OfPounds(300), 20, CostFunding.OwnBudget, 2026));
        request.ShareCost(rule);
        request.Submit(Lead, new([], [1, 2, 3, 4], true, Today), new() { PartnershipId = Partnership }, 7, Now);
        request.Join(Lead, along, "Along", 7, Now);
        request.Approve(Commissioner, new(null, null, null, null, null), [], new() { PartnershipId = Partnership }, Now);
        var before = request.Shares(size).Select(s => s.Share).ToList();
        foreach (var asking in new[] { own, along }) Assert.False(request.MayHandOver(asking));
        Assert.Equal(isHanded, request.MayHandOver(other));
        if (isHanded) request.HandOver(Commissioner, along, other, "Merged", Now);
        else Assert.Throws<Refused>(() => request.HandOver(Commissioner, along, other, "Merged", Now));
        Assert.Equal(before, request.Shares(size).Select(s => s.Share));
    }

    [Fact]
    public void What_is_promised_spent_and_released_of_an_order_is_what_was_asked_at_every_moment() => Check(
        from amount in AnyMoney
        from places in Gen.Choose(0, 60)
        from dates in AnyDate.ListOf()
        select (amount, places, dates), story =>
        {
            var order = new TrainingOrder
            {
                PartnershipId = Partnership, RequestId = Id<CommissioningRequest>.New(), ProviderId = Id<Provider>.New(), Number = 1,
                Amount = story.amount, Terms = "As agreed", On = Today,
            };
            var ids = story.dates.Select(_ => Id<CourseRun>.New()).ToArray();
            foreach (var id in ids) order.Gives(id);
            var standing = ids.Zip(story.dates).ToDictionary(d => d.First, d => d.Second.Standing);
            var before = Spending(order, story.places, [.. story.dates]);
            var (commitment, source) = Promised(story.amount);
            if (story.dates.Any(d => d.Standing == OrderedDate.Held)) order.Close("No more is needed", before.Spent, standing, Today);
            else order.Cancel("Not needed", standing, Today);
            commitment?.Release(Today, order.Kept!.Value);
            var after = Spending(order, story.places, [.. ids.Zip(story.dates).Where(d => order.Runs.Any(r => r.RunId == d.First))
                .Select(d => d.Second)]);
            Assert.Equal((before.Spent, Money.Zero, story.amount - before.Spent), (after.Spent, after.Unspent, after.Released));
            // What the ledger still holds is what was spent, and the rest is free again.
            if (commitment is not null) Assert.Equal(source.Amount - after.Spent, source.Amount - commitment.StandingOn(Today));
        });

    [Fact]
    public void However_often_it_is_ordered_again_what_is_spent_promised_and_left_is_what_was_approved() => Check(
        from pounds in Gen.Choose(1, 900)
        from orders in (from share in Gen.Choose(1, 100) from dates in AnyDate.ListOf() select (share, dates)).ListOf()
        select (pounds, orders), story =>
        {
            var request = Given.Approved(Lead, Commissioner, null, 1, story.pounds, Now);
            var (larch, before, number) = (Given.Provider(Partnership), CommissioningRequest.Ordered.Nothing, 0);
            foreach (var (share, given) in story.orders)
            {
                var left = request.LeftToOrder(before);
                Assert.Equal(request.Asked, before.Spent + left);
                Assert.Equal(left == Money.Zero || request.LeftToGive(before) == 0, request.WhyNotOrdered(before) is not null);
                if (request.WhyNotOrdered(before) is not null) break;
                Assert.Throws<Refused>(() => request.Order(Commissioner, 1, larch, left + new Money(1), "More", Now, before));
                var part = left.Times(share / 100m);
                var amount = part > Money.Zero ? part : new Money(1);
                var order = request.Order(Commissioner, ++number, larch, amount, "As agreed", Now, before);
                Assert.Throws<Refused>(() => request.Order(
                    Commissioner, 9, larch, new Money(1), "Twice", Now, before with { Standing = order.Reference }));
                var ids = given.Select(_ => Id<CourseRun>.New()).ToArray();
                foreach (var id in ids) order.Gives(id);
                var spent = Spending(order, request.AllPlaces, [.. given]).Spent;
                var standing = ids.Zip(given).ToDictionary(d => d.First, d => d.Second.Standing);
                var (commitment, _) = Promised(amount);
                if (standing.ContainsValue(OrderedDate.Held)) order.Close("No more is needed", spent, standing, Today);
                else order.Cancel("Not needed", standing, Today);
                commitment!.Release(Today, order.Kept!.Value);
                Assert.Equal(order.Kept, commitment.Standing);
                before = new(before.Spent + order.Kept!.Value,
                    before.Held + given.Where(d => d.Standing == OrderedDate.Held).Sum(d => d.Of), null);
                Assert.Equal(request.Asked, before.Spent + request.LeftToOrder(before));
            }
        });

    [Fact]
    public void The_ledger_never_promises_more_than_there_is_whatever_is_promised_and_released() => Check(
        from whole in Gen.Choose(1, 1_000_000)
        from deeds in AnyDeed.ListOf(25)
        select (whole, deeds), story =>
        {
            var source = Source(new Money(story.whole));
            List<FundingCommitment> made = [];
            Money Standing() => made.Select(c => c.Standing).Sum();
            foreach (var (pence, release, kept) in story.deeds)
            {
                var (sum, free) = (new Money(pence), source.Amount - Standing());
                if (sum > Money.Zero && sum <= free) made.Add(source.Promise(Standing(), null, "Training", sum, Today));
                else Assert.Throws<Refused>(() => source.Promise(Standing(), null, "Training", sum, Today));
                if (release == 0 && made.Find(c => c.ReleasedOn is null) is { } first)
                    first.Release(Today, first.Amount.Times(kept / 100m));
                Assert.True(Standing() <= source.Amount && Standing() >= Money.Zero);
            }
            // Nothing is lost: what was ever promised stands, or was released.
            Assert.All(made, c => Assert.Equal(c.Amount, c.Standing + (c.ReleasedOn is null ? Money.Zero : c.Amount - c.Kept)));
        });

    private static OrderSpending Spending(TrainingOrder order, int places, (int Places, OrderedDate Standing)[] dates)
    {
        var spending = OrderSpending.Of(order, places, dates);
        Assert.Equal(order.Amount, spending.Spent + spending.ToCome + spending.Open + spending.Released);
        Assert.Equal(spending.Shares.Sum(), spending.Spent + spending.ToCome);
        Assert.All(spending.Shares, s => Assert.True(s >= Money.Zero));
        return spending;
    }

    private static (FundingCommitment? Commitment, FundingSource Source) Promised(Money amount)
    {
        var source = Source(amount + Money.OfPounds(1));
        return (amount == Money.Zero ? null : source.Promise(Money.Zero, null, "TO-0001", amount, Today), source);
    }

    private static FundingSource Source(Money amount) =>
        FundingSource.Of(Partnership, "Budget", FundingKind.PartnershipBudget, amount, Today, null);

    private static void Check<T>(Gen<T> stories, Action<T> tell) =>
        Prop.ForAll(stories.ToArbitrary(), tell).Check(Config.QuickThrowOnFailure.WithMaxTest(300));
}
