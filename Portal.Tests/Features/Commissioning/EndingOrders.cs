using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning;
using Portal.Features.Commissioning.Ordering;
using Portal.Features.Courses.Runs;
using Portal.Features.Funding;
using Portal.Features.Hubs;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

public sealed class EndingOrders : AtTheRunDesk
{
    private static readonly DateOnly Today = Given.Today;
    private FundingSource budget = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        budget = await SaveAsync(FundingSource.Of(
            Borough.Partnership.Id, "Budget", FundingKind.PartnershipBudget, Money.OfPounds(1_000), Today.AddDays(-1), null),
            Given.Membership(Borough.Partnership.Id, Borough.Tess, Role.TrainingLead, Borough.Homes),
            Given.Membership(Borough.Partnership.Id, Borough.Cora, Role.Commissioner));
    }

    [Fact]
    public async Task Whoever_asked_is_told_once_that_it_was_ordered_and_the_ledger_leads_to_the_order()
    {
        var request = await OrderedAsync();
        var told = Assert.Single(await Mails<Portal.Features.Commissioning.RequestOrderedMail>());
        Assert.Equal(($"commissioning/{request.Id}/Ordered/TO-0001/{Borough.Tess.Email}", Borough.Tess.Email), (told.Key, told.ToAddress));
        Assert.Contains("has been ordered from Ashgrove Women’s Aid (TO-0001)", told.Text, StringComparison.Ordinal);
        var line = Assert.Single((await LedgerAsync()).Commitments);
        var purpose = (await In((OrdersOfCommitments names) => names.RunAsync(Borough.Commissioner, [line.Id], None)))[line.Id];
        Assert.Equal(("order TO-0001", $"/Commissioning/{request.Id}/Order/1"), (purpose.What, purpose.Href));
        Assert.StartsWith("This money is promised to order TO-0001. Cancel or close the order instead", await Refuses(
            (ReleaseFunding release) => release.RunAsync(Borough.Commissioner, line.Id, None)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cancelled_it_gives_all_its_money_back_and_its_dates_stand_apart_from_it()
    {
        var request = await OrderedAsync();
        var (coming, off) = (await GivenAsync(request, 20), await GivenAsync(request, 30));
        await In((CancelRun cancel) => cancel.RunAsync(Administrator, off.Id, "Nobody came", None));
        Assert.Equal("No date of this order was held yet. Cancel it instead", await Refuses(End(request, cancel: false)));
        Assert.Equal("Enter why", await Refuses(End(request, cancel: true, because: " ")));
        Assert.Equal("Your role does not allow this", await Refuses(End(request, cancel: true, by: Borough.Lead)));
        await In(End(request, cancel: true));
        var order = await Read(db => db.TrainingOrders.Include(o => o.Runs).SingleAsync());
        Assert.Equal((Today, true, Money.Zero, "Not needed"), (order.EndedOn, order.IsCancelled, order.Kept, order.EndedBecause));
        Assert.Equal(off.Id, Assert.Single(order.Runs).RunId);
        Assert.Equal(RunState.Published, await Read(db => db.CourseRuns.Where(r => r.Id == coming.Id).Select(r => r.State).SingleAsync()));
        var ledger = await LedgerAsync();
        Assert.Equal((Money.OfPounds(1_000), 0), (ledger.Free, ledger.Commitments.Count));
        Assert.Equal("This order was cancelled on 16 November 2026", await Refuses(End(request, cancel: true)));
        Assert.Equal("This order was cancelled on 16 November 2026", await Refuses((PutDateUnderOrder put) =>
            put.RunAsync(Borough.Commissioner, request.Id, null, coming.Id, None)));
        var told = Assert.Single(await Mails<Portal.Features.Commissioning.RequestOrderEndedMail>());
        Assert.Contains("was cancelled.", told.Text, StringComparison.Ordinal);
        Assert.Equal("TO-0001 was cancelled: Not needed",
            await Read(db => db.CommissioningRequests.SelectMany(r => r.Events).Where(e => e.Step == RequestStep.OrderEnded)
                .Select(e => e.Note).SingleAsync()));
    }

    [Fact]
    public async Task A_part_of_which_was_held_is_closed_and_the_rest_is_free_in_the_same_save()
    {
        var request = await OrderedAsync();
        var held = await GivenAsync(request, -3);
        await GivenAsync(request, 20);
        Assert.StartsWith("A date of this order was held, so it cannot be cancelled", await Refuses(End(request, cancel: true)),
            StringComparison.Ordinal);
        await In(End(request, cancel: false));
        var seen = (await In((OrderView orders) => orders.RunAsync(Borough.Commissioner, request, null, None)))!;
        Assert.Equal((Money.OfPounds(200), Money.Zero, Money.OfPounds(200)),
            (seen.Spending.Spent, seen.Spending.Unspent, seen.Spending.Released));
        Assert.Equal(held.Id, Assert.Single(seen.Dates).Id);
        var ledger = await LedgerAsync();
        var line = Assert.Single(ledger.Commitments);
        Assert.Equal((Money.OfPounds(200), Money.OfPounds(200), Money.OfPounds(800)), (line.Amount, line.Released, ledger.Free));
        // What was set free can be promised again, and no more.
        await In((CommitFunding commit) => commit.RunAsync(
            Borough.Commissioner, new(budget.Id, null, "Something else", Money.OfPounds(800)), None));
        Assert.Equal("Only £0 of Budget is free", await Refuses((CommitFunding commit) => commit.RunAsync(
            Borough.Commissioner, new(budget.Id, null, "One penny more", new Money(1)), None)));
    }

    [Fact]
    public async Task Of_two_who_end_it_at_once_the_second_is_told()
    {
        var request = await OrderedAsync();
        var order = await Read(db => db.TrainingOrders.SingleAsync());
        var outcomes = await Task.WhenAll(OutcomeAsync(), OutcomeAsync());
        Assert.Equal(["Someone changed this while you were looking. Check it and try again", "ended"],
            outcomes.Order(StringComparer.Ordinal));
        Assert.Single(await Mails<Portal.Features.Commissioning.RequestOrderEndedMail>());

        async Task<string> OutcomeAsync()
        {
            try
            {
                await In((EndOrder end) => end.RunAsync(
                    Borough.Commissioner, request.Id, order.Number, true, "Not needed", order.Version, None));
                return "ended";
            }
            catch (Refused no)
            {
                return no.Message;
            }
        }
    }

    [Fact]
    public async Task Money_that_ends_is_warned_of_once_for_each_of_90_60_and_30_days_before()
    {
        await SaveAsync(FundingSource.Of(
            Borough.Partnership.Id, "Grant", FundingKind.Grant, Money.OfPounds(500), Today, Today.AddDays(91)));
        await OrderedAsync();
        // Asked for until 90 days from today.
        var (funding, orders) = (new List<string?>(), new List<string?>());
        foreach (var day in new[] { 0, 1, 2, 30, 31, 61, 62, 90, 91, 92 })
        {
            Now = UkClock.At(Today.AddDays(day), new(7, 0));
            funding.Add(await In((WarnOfEndingFundingJob job) => job.RunAsync(None)));
            orders.Add(await In((WarnOfEndingOrdersJob job) => job.RunAsync(None)));
        }
        const string Sent = "Sent 1 warning";
        Assert.Equal([null, Sent, null, null, Sent, Sent, null, null, null, null], funding);
        Assert.Equal([Sent, null, null, Sent, null, Sent, null, null, null, null], orders);
        Assert.Contains("£500 of “Grant” is not committed, and cannot be spent after 15 February 2027",
            (await Mails<FundingEndingMail>())[0].Text, StringComparison.Ordinal);
        Now = UkClock.At(Today.AddDays(31), new(7, 0));
        var task = Assert.Single(await In((OrderTasks tasks) => tasks.RunAsync(Borough.Commissioner, None)));
        Assert.Equal("Plan dates for £400 of TO-0001, Request 1, or close it", task.Title);
        await In(End(await Read(db => db.CommissioningRequests.SingleAsync()), cancel: true));
        Assert.Empty(await In((OrderTasks tasks) => tasks.RunAsync(Borough.Commissioner, None)));
    }

    [Fact]
    public async Task Nothing_depends_any_more_on_the_conditions_of_what_was_ordered_and_cancelled()
    {
        var request = await OrderedAsync([new("Show the certificate", "Training lead", Today)]);
        Task<IReadOnlyList<HomeTask>> OfLeadAsync() => In((RequestTasks tasks) => tasks.RunAsync(Borough.Lead, None));
        Task<IReadOnlyList<HomeTask>> OfCommissionerAsync() => In((DecisionTasks tasks) => tasks.RunAsync(Borough.Commissioner, None));
        Assert.Equal("Meet a condition of CR-0001", Assert.Single(await OfLeadAsync()).Title);
        Assert.Equal("Ask whether a condition of CR-0001 is met", Assert.Single(await OfCommissionerAsync()).Title);
        await In(End(request, cancel: true));
        Assert.Empty(await OfLeadAsync());
        Assert.Empty(await OfCommissionerAsync());
    }

    private async Task<CommissioningRequest> OrderedAsync(IReadOnlyList<CommissioningRequest.Condition>? conditions = null)
    {
        var request = await SaveAsync(
            Given.Approved(Borough.Lead, Borough.Commissioner, Borough.Homes.Id, 1, 400, Now, conditions: conditions));
        await In((PlaceOrder place) => place.RunAsync(
            Borough.Commissioner, request.Id, new(Provider.Id, Money.OfPounds(400), "Two days", budget.Id), request.Version, None));
        return request;
    }

    /// <summary>A date of five places under the order, so many days from today.</summary>
    private async Task<CourseRun> GivenAsync(CommissioningRequest request, int days)
    {
        var run = await SaveAsync(Given.Run(Course, Today.AddDays(days), places: 5));
        await In((PutDateUnderOrder put) => put.RunAsync(Borough.Commissioner, request.Id, null, run.Id, None));
        return run;
    }

    private Func<EndOrder, Task> End(CommissioningRequest request, bool cancel, string because = "Not needed", Viewer? by = null) =>
        async end =>
        {
            var order = await Read(db => db.TrainingOrders.Where(o => o.RequestId == request.Id).OrderBy(o => o.Number).LastAsync());
            await end.RunAsync(by ?? Borough.Commissioner, request.Id, order.Number, cancel, because, order.Version, None);
        };

    private Task<FundingLedger.View> LedgerAsync() => In((FundingLedger all) => all.RunAsync(Borough.Commissioner, None));
}
