using Microsoft.EntityFrameworkCore;
using Portal.Features.Commissioning.Ordering;
using Portal.Features.Courses.Register;
using Portal.Features.Funding;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

public sealed class OrderingAtOnce : AtTheRunDesk
{
    private FundingSource budget = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        budget = await SaveAsync(FundingSource.Of(
            Borough.Partnership.Id, "Budget", FundingKind.PartnershipBudget, Money.OfPounds(1_000), Given.Today.AddDays(-1), null));
    }

    [Fact]
    public async Task Orders_at_once_promise_no_more_than_is_free()
    {
        var requests = new List<CommissioningRequest>();
        foreach (var number in Enumerable.Range(1, 4)) requests.Add(await RequestedAsync(number));
        var outcomes = await Task.WhenAll(requests.Select(OutcomeAsync));
        Assert.Equal((2, 2), (outcomes.Count(o => o == "ordered"), outcomes.Count(o => o == "Only £200 of Budget is free")));
        var orders = await Read(db => db.TrainingOrders.OrderBy(o => o.Number).ToListAsync());
        Assert.Equal(["TO-0001", "TO-0002"], orders.Select(o => o.Reference));
        var ledger = await In((FundingLedger all) => all.RunAsync(Borough.Commissioner, None));
        Assert.Equal(Money.OfPounds(200), ledger.Free);
        Assert.Equal(orders.Select(o => o.CommitmentId!.Value).ToHashSet(), ledger.Commitments.Select(c => c.Id).ToHashSet());
        Assert.All(ledger.Commitments, c => Assert.Equal(("Brambleford Homes", Money.OfPounds(400)), (c.Agency, c.Amount)));
    }

    [Fact]
    public async Task One_request_is_ordered_once()
    {
        var request = await RequestedAsync(1);
        var outcomes = await Task.WhenAll(OutcomeAsync(request), OutcomeAsync(request), OutcomeAsync(request));
        Assert.Equal(["This request has been ordered already", "This request has been ordered already", "ordered"],
            outcomes.Order(StringComparer.Ordinal));
        Assert.Equal(1, await Read(db => db.FundingCommitments.CountAsync()));
    }

    [Fact]
    public async Task A_date_stands_under_one_order_and_those_of_others_are_refused()
    {
        var (first, second) = (await RequestedAsync(1), await RequestedAsync(2));
        await OutcomeAsync(first);
        await OutcomeAsync(second);
        var (run, cancelled) = (Given.Run(Course), Given.Run(Course));
        cancelled.Cancel(Administrator, "Nobody came", Now);
        var elsewhere = Given.Provider(Borough.Partnership.Id, "Rowan Learning");
        var theirs = ACourse("C90", elsewhere);
        var other = Given.Run(theirs);
        await SaveAsync(run, cancelled, elsewhere, theirs, other);
        Task PutAsync(CommissioningRequest request, CourseRun date) =>
            In((PutDateUnderOrder put) => put.RunAsync(Borough.Commissioner, request.Id, null, date.Id, None));
        await PutAsync(first, run);
        foreach (var (request, date) in new[] { (second, run), (first, cancelled), (first, other) })
            Assert.Equal("Select a date of the list", (await Assert.ThrowsAsync<Refused>(() => PutAsync(request, date))).Message);
        await In((TakeDateFromOrder take) => take.RunAsync(Borough.Commissioner, first.Id, null, run.Id, None));
        await PutAsync(second, run);
        Assert.Equal("Your role does not allow this", (await Assert.ThrowsAsync<Refused>(() =>
            In((TakeDateFromOrder take) => take.RunAsync(Borough.Lead, second.Id, null, run.Id, None)))).Message);
    }

    [Fact]
    public async Task An_order_without_a_source_is_refused_and_leaves_nothing()
    {
        var request = await RequestedAsync(1);
        Assert.Equal("Select a source", await OutcomeAsync(request, source: null));
        Assert.Equal((0, 0), (await Read(db => db.TrainingOrders.CountAsync()), await Read(db => db.FundingCommitments.CountAsync())));
        Assert.Equal("Select a provider of the register", await OutcomeAsync(request, budget.Id, provider: null));
    }

    [Fact]
    public async Task What_came_of_it_stands_beside_what_was_promised_and_small_counts_are_for_those_who_read_it_in_full()
    {
        var (request, run) = (await RequestedAsync(1), await SaveAsync(Given.Run(Course, Given.Today.AddDays(-3), places: 5)));
        await OutcomeAsync(request);
        await In((PutDateUnderOrder put) => put.RunAsync(Borough.Commissioner, request.Id, null, run.Id, None));
        Now = run.OpensAt;
        var (came, part, absent) = (await Asks(run, "Ann A"), await Asks(run, "Ben B"), await Asks(run, "Cem C"));
        Now = run.EndsAt;
        foreach (var (booking, mark) in new[]
        {
            (came, BookingState.Attended), (part, BookingState.PartAttended), (absent, BookingState.DidNotAttend),
        })
            await In((MarkRegister register) => register.RunAsync(Administrator, run.Id, [booking.Id], mark, None));
        var order = (await In((OrderView orders) => orders.RunAsync(Borough.Commissioner, request, null, None)))!;
        Assert.Equal(new OrderOutcome(10, 2, 7, 1, Money.OfPounds(200)), order.Outcome);
        Assert.Equal((Money.OfPounds(100), Money.OfPounds(200)), (order.Outcome.EachPlace, order.Outcome.EachPerson));
        Assert.Equal(("2", "Under 5", "5"),
            (order.Outcome.Said(2), order.Outcome.ForAll.Said(2), order.Outcome.ForAll.Said(5)));
        Assert.Null(order.Outcome.ForAll.EachPlace);
        var line = Assert.Single(order.Dates);
        Assert.Equal((OrderedDate.Held, Money.OfPounds(200), "Budget"), (line.Standing, line.Share, order.Source));
    }

    private async Task<CommissioningRequest> RequestedAsync(int number) => await SaveAsync(
        Given.Approved(Borough.Lead, Borough.Commissioner, Borough.Homes.Id, number, 400, Now));

    private Task<string> OutcomeAsync(CommissioningRequest request) => OutcomeAsync(request, budget.Id, Provider.Id);

    private Task<string> OutcomeAsync(CommissioningRequest request, Id<FundingSource>? source) =>
        OutcomeAsync(request, source, Provider.Id);

    private async Task<string> OutcomeAsync(CommissioningRequest request, Id<FundingSource>? source, Id<Provider>? provider)
    {
        try
        {
            await In((PlaceOrder place) => place.RunAsync(
                Borough.Commissioner, request.Id, new(provider, Money.OfPounds(400), "Two days", source), request.Version, None));
            return "ordered";
        }
        catch (Refused no)
        {
            return no.Message;
        }
    }
}
