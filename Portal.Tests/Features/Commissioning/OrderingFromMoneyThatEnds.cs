using Microsoft.EntityFrameworkCore;
using Portal.Features.Commissioning.Ordering;
using Portal.Tests.Features.Courses.Runs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Commissioning;

public sealed class OrderingFromMoneyThatEnds : AtTheRunDesk
{
    private static readonly DateOnly Today = Given.Today;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await SaveAsync(Given.Membership(Borough.Partnership.Id, Borough.Cora, Role.Commissioner));
    }

    [Fact]
    public async Task Training_is_not_planned_past_the_end_of_what_pays_for_it_and_the_warning_looks_at_that_end()
    {
        var (early, grant) = (Source("Early", 29), Source("Grant", 60));
        await SaveAsync(early, grant);
        Assert.Equal("The first date would be on 16 December 2026, and Early cannot be spent after 15 December 2026",
            await Refuses((PlaceOrder _) => OrderedAsync(1, early)));
        Assert.Equal(0, await Read(db => db.FundingCommitments.CountAsync()));
        var request = await OrderedAsync(2, grant);
        Assert.Equal("This date would be on 16 January 2027, and Grant cannot be spent after 15 January 2027",
            await Refuses((PutDateUnderOrder _) => GivenAsync(request, 61)));
        await GivenAsync(request, 60);
        // Asked for until 90 days from today, and paid for until 60.
        List<string?> said = [];
        foreach (var day in new[] { 0, 1, 29, 30, 31, 60, 90 })
        {
            Now = UkClock.At(Today.AddDays(day), new(7, 0));
            said.Add(await In((WarnOfEndingOrdersJob job) => job.RunAsync(None)));
            if (day != 30) continue;
            var task = Assert.Single(await In((OrderTasks tasks) => tasks.RunAsync(Borough.Commissioner, None)));
            Assert.Equal(((DateOnly?)Today.AddDays(60), "It is paid from Grant, which cannot be spent after that day"),
                (task.Due, task.Why));
        }
        Assert.Equal(["Sent 1 warning", null, null, "Sent 1 warning", null, null, null], said);
        Assert.Contains("It is paid from Grant, which cannot be spent after 15 January 2027, which is no more than 60 days away",
            (await Mails<OrderEndingMail>())[0].Text, StringComparison.Ordinal);

        FundingSource Source(string name, int days) => FundingSource.Of(
            Borough.Partnership.Id, name, FundingKind.Grant, Money.OfPounds(500), Today, Today.AddDays(days));
    }

    private async Task<CommissioningRequest> OrderedAsync(int number, FundingSource from)
    {
        var request = await SaveAsync(Given.Approved(Borough.Lead, Borough.Commissioner, Borough.Homes.Id, number, 400, Now));
        await In((PlaceOrder place) => place.RunAsync(
            Borough.Commissioner, request.Id, new(Provider.Id, Money.OfPounds(400), "Two days", from.Id), request.Version, None));
        return request;
    }

    private async Task GivenAsync(CommissioningRequest request, int days)
    {
        var run = await SaveAsync(Given.Run(Course, Today.AddDays(days), places: 5));
        await In((PutDateUnderOrder put) => put.RunAsync(Borough.Commissioner, request.Id, null, run.Id, None));
    }
}
