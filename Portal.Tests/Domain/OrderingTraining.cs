using Portal.Tests.Support;

namespace Portal.Tests.Domain;

public class OrderingTraining
{
    private static readonly Id<Partnership> Partnership = Id<Partnership>.New();
    private static readonly DateTime Monday = new(2026, 11, 16, 9, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Today = UkClock.DayOf(Monday);
    private static readonly Viewer Lead = new(Id<User>.New(), "Lead", Partnership, Role.TrainingLead);
    private static readonly Viewer Commissioner = new(Id<User>.New(), "Commissioner", Partnership, Role.Commissioner);
    private static readonly Provider Larch = Given.Provider(Partnership), Other = Given.Provider(Partnership, "Rowan Learning");

    [Fact]
    public void An_approved_request_is_ordered_for_what_was_asked_or_less()
    {
        var request = Request(900);
        var order = Ordered(request, 850);
        Assert.Equal(("TO-0003", Money.OfPounds(850), Today), (order.Reference, order.Amount, order.On));
        Assert.Equal("TO-0003 from Larch Training, for £850", request.Events.Single(e => e.Step == RequestStep.Ordered).Note);
        Assert.Equal(Money.Zero, Ordered(Request(0), 0).Amount);
    }

    [Theory]
    [InlineData(900, 900.01, "The partnership was asked for £900, so an order cannot be for more")]
    [InlineData(900, 0, "Enter an amount more than £0"), InlineData(900, -1, "Enter an amount more than £0")]
    [InlineData(0, 0.01, "The partnership was asked for £0, so an order cannot be for more")]
    public void Another_amount_is_refused(decimal asked, decimal pounds, string sentence)
    {
        var no = Assert.Throws<Refused>(() => Ordered(Request(asked), pounds));
        Assert.Equal((sentence, "Amount"), (no.Message, no.Field));
    }

    [Fact]
    public void Another_provider_than_was_approved_and_what_is_not_approved_are_refused()
    {
        var request = Request(900, Other.Id);
        Assert.Equal("ProviderId", Assert.Throws<Refused>(() => Ordered(request, 900)).Field);
        var draft = CommissioningRequest.Start(Lead, null, 1, "Ask and act", Monday);
        Assert.Equal("This request is being written. Only an approved request is ordered",
            Assert.Throws<Refused>(() => Ordered(draft, 0)).Message);
    }

    [Fact]
    public void Each_date_stands_under_it_once_and_an_invoice_has_a_possible_day()
    {
        var (order, run) = (Ordered(Request(900), 900), Id<CourseRun>.New());
        order.Gives(run);
        Assert.Equal("RunId", Assert.Throws<Refused>(() => order.Gives(run)).Field);
        order.NoLongerGives(run);
        Assert.Throws<Refused>(() => order.NoLongerGives(run));
        Assert.Equal("InvoicedOn", Assert.Throws<Refused>(() => order.Invoiced("1", Today.AddDays(3), Today.AddDays(2))).Field);
        Assert.Equal("InvoicedOn", Assert.Throws<Refused>(() => order.Invoiced("1", Today.AddDays(-1), Today.AddDays(2))).Field);
        order.Invoiced("L-17", Today.AddDays(2), Today.AddDays(2));
        Assert.Equal(("L-17", Today.AddDays(2)), (order.InvoiceNumber, order.InvoicedOn));
    }

    [Fact]
    public void What_was_held_is_spent_and_what_was_cancelled_gives_its_share_back()
    {
        var spending = OrderSpending.Of(Money.OfPounds(900), 30,
            [(10, OrderedDate.Held), (10, OrderedDate.Cancelled), (5, OrderedDate.ToCome)]);
        Assert.Equal([300m, 0, 150], spending.Shares.Select(s => s.Pence / 100m));
        Assert.Equal((Money.OfPounds(300), Money.OfPounds(150), Money.OfPounds(450)), (spending.Spent, spending.ToCome, spending.Open));
        Assert.Equal(Money.OfPounds(900), OrderSpending.Of(Money.OfPounds(900), 0, [(10, OrderedDate.Cancelled)]).Open);
    }

    [Fact]
    public void Spent_to_come_and_open_make_up_the_amount_to_the_penny()
    {
        var random = new Random(20261127);
        for (var i = 0; i < 500; i++)
        {
            var amount = new Money(random.Next(0, 1_000_000));
            var spending = OrderSpending.Of(amount, random.Next(0, 60),
                [.. Enumerable.Range(0, random.Next(0, 6)).Select(_ => (random.Next(1, 30), (OrderedDate)random.Next(3)))]);
            Assert.Equal(amount, spending.Spent + spending.ToCome + spending.Open);
            Assert.Equal(spending.Shares.Sum(), spending.Spent + spending.ToCome);
        }
    }

    private static CommissioningRequest Request(decimal pounds, Id<Provider>? provider = null) =>
        Given.Approved(Lead, Commissioner, null, 1, pounds, Monday, provider);

    private static TrainingOrder Ordered(CommissioningRequest request, decimal pounds) =>
        request.Order(Commissioner, 3, Larch, Money.OfPounds(pounds), "Two days", Monday);
}
