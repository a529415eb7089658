using Microsoft.EntityFrameworkCore;
using Portal.Features.Commissioning;
using Portal.Features.Commissioning.Ordering;
using Portal.Features.Funding;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

/// <summary>When an order was cancelled or closed, what is left of what was approved is ordered again.</summary>
public sealed class OrderingAgain : AtTheRunDesk
{
    private static readonly DateOnly Today = Given.Today;
    private FundingSource budget = null!;
    private CommissioningRequest request = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        budget = await SaveAsync(FundingSource.Of(
            Borough.Partnership.Id, "Budget", FundingKind.PartnershipBudget, Money.OfPounds(400), Today.AddDays(-1), null));
        request = await SaveAsync(Given.Approved(Borough.Lead, Borough.Commissioner, Borough.Homes.Id, 1, 400, Now,
            conditions: [new("Show the certificate", "Training lead", Today)]));
        Assert.Equal("ordered", await OrderAsync(400));
    }

    [Fact]
    public async Task Cancelled_all_of_it_is_ordered_again_and_its_conditions_hold_again()
    {
        await EndAsync(cancel: true);
        Assert.Empty(await In((RequestTasks tasks) => tasks.RunAsync(Borough.Lead, None)));
        Assert.Equal("ordered", await OrderAsync(400));
        Assert.Equal(["TO-0001", "TO-0002"],
            (await Read(db => db.TrainingOrders.OrderBy(o => o.Number).ToListAsync())).Select(o => o.Reference));
        var task = Assert.Single(await In((RequestTasks tasks) => tasks.RunAsync(Borough.Lead, None)));
        Assert.Equal("Meet a condition of CR-0001", task.Title);
        var ledger = await LedgerAsync();
        Assert.Equal((Money.Zero, Money.OfPounds(400)), (ledger.Free, Assert.Single(ledger.Commitments).Amount));
        Assert.Equal("This request has been ordered already", await OrderAsync(1));
        await EndAsync(cancel: true);
        Assert.Empty(await In((RequestTasks tasks) => tasks.RunAsync(Borough.Lead, None)));
    }

    [Fact]
    public async Task Closed_what_was_not_spent_is_ordered_for_the_places_that_are_left()
    {
        var held = await GivenAsync(-3);
        await EndAsync(cancel: false);
        Assert.Equal("£200 of £400 is spent, so an order cannot be for more than £200", await OrderAsync(201));
        Assert.Equal("ordered", await OrderAsync(200));
        var again = await GivenAsync(-2);
        var (first, second) = (await SeenAsync(1), await SeenAsync(2));
        Assert.Equal((10, 5, held.Id), (first.Order.Places, second.Order.Places, Assert.Single(first.Dates).Id));
        Assert.Equal((again.Id, Money.OfPounds(200), Money.Zero),
            (Assert.Single(second.Dates).Id, second.Spending.Spent, second.Spending.Unspent));
        Assert.Equal(2, (await In((OrderView orders) => orders.RunAsync(Borough.Commissioner, request, null, None)))!.Order.Number);
        await EndAsync(cancel: false);
        Assert.Equal("All of the £400 that was approved is spent. Ask for more with another request", await OrderAsync(1));
        Assert.Equal((Money.Zero, 2), ((await LedgerAsync()).Free, (await LedgerAsync()).Commitments.Count));
    }

    [Fact]
    public async Task Of_two_who_order_again_at_once_one_does()
    {
        await EndAsync(cancel: true);
        var seen = await VersionAsync();
        var outcomes = await Task.WhenAll(OrderAsync(300, seen), OrderAsync(300, seen));
        Assert.Equal(["This request has been ordered already", "ordered"], outcomes.Order(StringComparer.Ordinal));
        Assert.Equal(Money.OfPounds(300), (await LedgerAsync()).Committed);
    }

    [Fact]
    public async Task Whoever_saw_the_first_order_does_not_end_the_second()
    {
        var first = await Read(db => db.TrainingOrders.SingleAsync());
        await EndAsync(cancel: true);
        Assert.Equal("ordered", await OrderAsync(400));
        Assert.Equal("Someone changed this while you were looking. Check it and try again", await Refuses((EndOrder end) =>
            end.RunAsync(Borough.Commissioner, request.Id, first.Number, true, "Not needed", first.Version, None)));
        Assert.Null((await SeenAsync(2)).Order.EndedOn);
    }

    [Fact]
    public async Task Whoever_saw_the_first_order_puts_no_date_under_the_second()
    {
        await EndAsync(cancel: true);
        Assert.Equal("ordered", await OrderAsync(400));
        var run = await SaveAsync(Given.Run(Course, Today.AddDays(3), places: 5));
        var no = $"This order was cancelled on {Words.Day(Today)}";
        Assert.Equal(no, await Refuses((PutDateUnderOrder put) => put.RunAsync(Borough.Commissioner, request.Id, 1, run.Id, None)));
        await In((PutDateUnderOrder put) => put.RunAsync(Borough.Commissioner, request.Id, 2, run.Id, None));
        Assert.Equal(no, await Refuses((TakeDateFromOrder take) => take.RunAsync(Borough.Commissioner, request.Id, 1, run.Id, None)));
        Assert.Equal(run.Id, Assert.Single((await SeenAsync(2)).Dates).Id);
    }

    [Fact]
    public async Task Once_all_places_were_given_money_that_is_left_buys_no_more()
    {
        await EndAsync(cancel: true);
        Assert.Equal("ordered", await OrderAsync(100));
        await GivenAsync(-3);
        await GivenAsync(-2);
        await EndAsync(cancel: false);
        Assert.Equal("All 10 places that were asked for have been given. Ask for more with another request", await OrderAsync(300));
        Assert.Equal(Money.OfPounds(300), (await LedgerAsync()).Free);
    }

    [Fact]
    public async Task Nothing_is_ordered_for_agencies_that_have_all_closed()
    {
        await EndAsync(cancel: true);
        await Read(db => db.Agencies.Where(a => a.Id == Borough.Homes.Id)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.ClosedOn, Today)));
        Assert.Equal("Every agency that asked has closed, so nobody is left who needs it", await OrderAsync(400));
        await Read(db => db.Agencies.Where(a => a.Id == Borough.Homes.Id)
            .ExecuteUpdateAsync(a => a.SetProperty(x => x.MergedIntoId, Borough.Clinic.Id)));
        Assert.Equal("ordered", await OrderAsync(400));
    }

    private async Task<string> OrderAsync(decimal pounds, int? seen = null)
    {
        try
        {
            var version = seen ?? await VersionAsync();
            await In((PlaceOrder place) => place.RunAsync(Borough.Commissioner, request.Id,
                new(Provider.Id, Money.OfPounds(pounds), "Two days", budget.Id), version, None));
            return "ordered";
        }
        catch (Refused no)
        {
            return no.Message;
        }
    }

    private async Task EndAsync(bool cancel)
    {
        var order = await Read(db => db.TrainingOrders.OrderBy(o => o.Number).LastAsync());
        await In((EndOrder end) => end.RunAsync(
            Borough.Commissioner, request.Id, order.Number, cancel, "Not needed", order.Version, None));
    }

    private async Task<CourseRun> GivenAsync(int days)
    {
        var run = await SaveAsync(Given.Run(Course, Today.AddDays(days), places: 5));
        await In((PutDateUnderOrder put) => put.RunAsync(Borough.Commissioner, request.Id, null, run.Id, None));
        return run;
    }

    private async Task<OrderView.Details> SeenAsync(int number) =>
        (await In((OrderView orders) => orders.RunAsync(Borough.Commissioner, request, number, None)))!;

    private Task<int> VersionAsync() =>
        Read(db => db.CommissioningRequests.Where(r => r.Id == request.Id).Select(r => r.Version).SingleAsync());

    private Task<FundingLedger.View> LedgerAsync() => In((FundingLedger all) => all.RunAsync(Borough.Commissioner, None));
}
