using Microsoft.EntityFrameworkCore;
using Portal.Features.Funding;
using Portal.Features.Returns;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Totals;
using Portal.Tests.Support;

namespace Portal.Tests.Features.BoroughGap;

public sealed class AddingUpTheBorough : InACycle
{
    private Id<AgencyReturn> id;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HasSixPeopleAsync();
        id = await Desk.Opened(ReturnDesk.Days(endsOn: Today.AddDays(60)));
    }

    [Fact]
    public async Task Counts_what_is_signed_and_never_what_an_agency_states_itself()
    {
        Assert.Equal((0, 0), await GapAsync());
        var officer = (await Desk.Lines(id))["OFFICER"];
        await Desk.In((StateLine state) => state.RunAsync(
            Borough.Lead, id, officer.Id, new(3, 3, "All are trained"), officer.Version, default));
        await Desk.Fill(id);
        await Desk.Send(id);
        Assert.Equal((0, 0), await GapAsync());
        await Desk.Sign(id);
        Assert.Equal((4, 1), await GapAsync());
        var view = await ViewAsync();
        Assert.Equal([(1, 3, 2), (2, 3, 2)], view.Cells.Select(c => (c.Level, c.People, c.Gap)).Order());
        Assert.Equal((2, null), (view.Agencies.Count, view.Agencies.Single(a => a.Id == Borough.Clinic.Id).ReturnId));
    }

    [Fact]
    public async Task What_is_being_changed_stays_out_until_it_is_signed_again()
    {
        await Desk.Submit(id);
        Desk.Now = Desk.Now.AddDays(90);
        var next = await Desk.Opened(ReturnDesk.Days(
            opensOn: Today.AddDays(90), cutOffOn: Today.AddDays(90), dueAt: ReturnDesk.Due.AddDays(90), endsOn: Today.AddDays(300),
            title: "Phase 1, 2027"));
        await Desk.Submit(next);
        Assert.Equal(next, await CountedAsync());
        await Desk.RequestChanges(next, "Cost the release of staff");
        Assert.Equal(id, await CountedAsync());
        var action = await Desk.Plan(next, (await Desk.Lines(next))["OFFICER"]);
        await Desk.Cost(next, action, 2, 70, CostFunding.Partnership);
        Assert.Equal(Money.Zero, (await ViewAsync()).Cost);
        Desk.Now = Desk.Now.AddDays(1);
        await Desk.Send(next);
        await Desk.Sign(next);
        Assert.Equal((next, Money.OfPounds(140)), (await CountedAsync(), (await ViewAsync()).Cost));
        await Desk.Accept(next);
        var third = await Desk.Reopen(next);
        Assert.Equal(next, await CountedAsync());
        await Desk.Send(third);
        await Desk.Sign(third);
        Assert.Equal(third, await CountedAsync());
    }

    [Fact]
    public async Task A_closed_agency_takes_its_gap_and_its_cost_with_it()
    {
        await AsksAsync(140);
        Assert.Equal((4, Money.OfPounds(140)), ((await ViewAsync()).Gap, (await ViewAsync()).Cost));
        await using (var db = Database.Open())
        {
            (await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id)).Close(Today);
            await db.SaveAsync(Borough.Commissioner, "Closed", default);
        }
        var view = await ViewAsync();
        Assert.Equal((0, Money.Zero, 0), (view.Gap, view.Cost, view.Needs.Count));
    }

    [Fact]
    public async Task What_is_committed_to_an_agency_is_no_longer_needed()
    {
        await AsksAsync(1_000);
        var source = await AddAsync(1_500);
        await Commit(source, 400, Borough.Homes.Id);
        await Commit(source, 100, null);
        var (view, ledger) = (await ViewAsync(), await LedgerAsync());
        Assert.Equal((Money.OfPounds(600), Money.OfPounds(1_000)), (view.Needs[2026], ledger.Free));
        Assert.Equal((Money.OfPounds(600), Money.Zero), ledger.Forecast(view.Needs).Select(l => (l.Covered, l.Shortfall)).Single());
        await Commit(source, 800, Borough.Homes.Id);
        Assert.Equal(Money.Zero, (await ViewAsync()).Needs[2026]);
    }

    [Fact]
    public async Task Commitments_made_at_once_never_exceed_the_source()
    {
        var source = await AddAsync(10_000);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try { await Commit(source, 3_000, null); return "committed"; }
            catch (Refused no) { return no.Message; }
        }));
        Assert.Equal((3, 3), (outcomes.Count(o => o == "committed"), outcomes.Count(o => o == "Only £1,000 of Budget is free")));
        var line = (await LedgerAsync()).Commitments[0];
        await Desk.In((ReleaseFunding release) => release.RunAsync(Borough.Commissioner, line.Id, default));
        Assert.Equal(
            "This commitment is already released",
            await Desk.Refuses((ReleaseFunding release) => release.RunAsync(Borough.Commissioner, line.Id, default)));
        await Commit(source, 4_000, null);
        Assert.Equal((Money.OfPounds(10_000), Money.Zero), ((await LedgerAsync()).Committed, (await LedgerAsync()).Free));
    }

    [Fact]
    public async Task A_source_counts_and_is_committed_only_in_its_days()
    {
        var ended = await AddAsync(500, Today.AddDays(-30), Today.AddDays(-1));
        var later = await AddAsync(700, Today.AddDays(30));
        var lastDay = await AddAsync(900, Today.AddDays(-30), Today);
        foreach (var source in new[] { ended, later })
            Assert.Equal("Budget is not available today", (await Assert.ThrowsAsync<Refused>(() => Commit(source, 1, null))).Message);
        await Commit(lastDay, 900, null);
        Assert.Equal(Money.OfPounds(1_600), (await LedgerAsync()).Total);
    }

    [Fact]
    public async Task A_boards_contribution_becomes_a_source_and_is_answered_once()
    {
        await Desk.In((AskForContribution ask) => ask.RunAsync(
            Borough.Commissioner, "Adults board", Money.OfPounds(2_000), Today, default));
        await Desk.In((AskForContribution ask) => ask.RunAsync(
            Borough.Commissioner, "Housing board", Money.OfPounds(1_000), Today, default));
        var requests = (await LedgerAsync()).Requests;
        Assert.Equal(Money.OfPounds(3_000), (await LedgerAsync()).Waiting);
        Assert.Equal(
            "Enter an amount more than £0",
            await Desk.Refuses((RecordAnswer answer) => answer.RunAsync(
                Borough.Commissioner, requests[0].Id, new(Money.Zero, null, null, null), default)));
        await Desk.In((RecordAnswer answer) => answer.RunAsync(
            Borough.Commissioner, requests[0].Id, new(Money.OfPounds(1_500), null, Today.AddMonths(4), "This year only"), default));
        await Desk.In((RecordAnswer answer) => answer.RunAsync(
            Borough.Commissioner, requests[1].Id, new(null, null, null, "No budget"), default));
        Assert.Equal(
            "Adults board has already answered",
            await Desk.Refuses((RecordAnswer answer) => answer.RunAsync(
                Borough.Commissioner, requests[0].Id, new(Money.OfPounds(1), null, null, null), default)));
        var ledger = await LedgerAsync();
        Assert.Equal(
            ("Contribution from Adults board", Money.OfPounds(1_500), Money.Zero),
            (ledger.Sources.Single().Name, ledger.Total, ledger.Waiting));
        Assert.Equal([ContributionAnswer.Agreed, ContributionAnswer.Declined], ledger.Requests.Select(r => r.Answer));
    }

    [Fact]
    public async Task The_ledger_is_the_commissioners_to_write_and_not_an_agencys_to_read()
    {
        Assert.Equal(
            "Your role does not allow this",
            (await Assert.ThrowsAsync<Refused>(() => Desk.In((AddSource add) => add.RunAsync(
                Borough.Lead, new("Budget", FundingKind.Grant, Money.OfPounds(1), Today, null), default)))).Message);
        Assert.Equal("Your role does not allow this", await Desk.Refuses((FundingLedger ledger) => ledger.RunAsync(Borough.Lead, default)));
        Assert.Equal("Your role does not allow this", await Desk.Refuses((BoroughFigures gap) => gap.RunAsync(Borough.Lead, default)));
    }

    private async Task AsksAsync(decimal pounds)
    {
        var action = await Desk.Plan(id, (await Desk.Lines(id))["OFFICER"]);
        await Desk.Cost(id, action, 1, pounds, CostFunding.Partnership);
        await Desk.Submit(id);
    }

    private async Task<Id<FundingSource>> AddAsync(decimal pounds, DateOnly? from = null, DateOnly? endsOn = null)
    {
        var known = (await LedgerAsync()).Sources.Select(s => s.Id).ToHashSet();
        await Desk.In((AddSource add) => add.RunAsync(
            Borough.Commissioner, new("Budget", FundingKind.PartnershipBudget, Money.OfPounds(pounds), from ?? Today, endsOn), default));
        return (await LedgerAsync()).Sources.Single(s => !known.Contains(s.Id)).Id;
    }

    private Task Commit(Id<FundingSource> source, decimal pounds, Id<Agency>? agency) =>
        Desk.In((CommitFunding commit) => commit.RunAsync(
            Borough.Commissioner, new(source, agency, "A course", Money.OfPounds(pounds)), default));

    private Task<FundingLedger.View> LedgerAsync() => Desk.In((FundingLedger ledger) => ledger.RunAsync(Borough.Commissioner, default));

    private Task<BoroughFigures.View> ViewAsync() => Desk.In((BoroughFigures gap) => gap.RunAsync(Borough.Commissioner, default));

    private async Task<(int Gap, int Returned)> GapAsync() => await ViewAsync() is var view ? (view.Gap, view.Returned) : default;

    private async Task<Id<AgencyReturn>?> CountedAsync() => (await ViewAsync()).Agencies.Single(a => a.Id == Borough.Homes.Id).ReturnId;
}
