using Microsoft.EntityFrameworkCore;
using Portal.Features.Cycles;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Opening;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Cycles;

/// <summary>Agencies that come into a phase whose cycle is open already, or leave it.</summary>
public sealed class JoiningAPhase : InACycle
{
    private Id<Cycle> cycle;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Desk.HasLeads();
        cycle = (await Desk.Load(await Desk.Opened())).CycleId;
    }

    [Fact]
    public async Task An_agency_that_is_added_gets_its_return_the_next_morning_once_and_by_the_same_due_date()
    {
        var library = await JoinsAsync("Libraries", Borough.Phase);
        await Desk.Has(Role.TrainingLead, Borough.Lena, library);
        await Borough.HasAsync(Database, "Front desk", Borough.Reception, library, started: new(2024, 1, 8));
        Desk.Now = Desk.Now.AddDays(9);
        Assert.Equal("Asked 1 agency that has joined a phase", await RunAsync());
        Assert.Null(await RunAsync());

        var made = Assert.Single(await Desk.Returns(cycle), r => r.AgencyId == library.Id);
        Assert.Equal(
            (ReturnDesk.Due, ReturnState.Draft, ReturnStep.Opened),
            (made.DueAt, made.State, (await Desk.Load(made.Id)).Events.Single().Step));
        Assert.Equal((1, 0), ((await Desk.Lines(made.Id))["RECEPTION"].Headcount, (await Desk.Lines(made.Id))["RECEPTION"].Holding));
        var told = Assert.Single(await Desk.Mail(), m => m.ToAddress == Borough.Lena.Email);
        Assert.Equal("A return to make", told.Subject);
        Assert.Contains($"/Returns/{made.Id}", told.Text);
        var seen = await Desk.Version(made.Id);
        await Desk.In((ExtendReturn extend) => extend.RunAsync(
            Borough.Commissioner, made.Id, ReturnDesk.Due.AddDays(14), "It joined late", seen, default));
        Assert.Equal(ReturnDesk.Due.AddDays(14), (await Desk.Load(made.Id)).DueAt);
    }

    [Fact]
    public async Task An_agency_that_moves_from_another_phase_gets_its_return_and_one_that_moves_away_keeps_its_own()
    {
        var later = await Borough.SaveAsync(
            Database, new Phase { PartnershipId = Borough.Partnership.Id, Number = 2, StartsOn = new(2027, 4, 1) });
        var library = await JoinsAsync("Libraries", later);
        Assert.Null(await RunAsync());
        await ChangeAsync(library, a => a.PhaseId = Borough.Phase.Id);
        await ChangeAsync(Borough.Clinic, a => a.PhaseId = later.Id);
        Assert.Equal("Asked 1 agency that has joined a phase", await RunAsync());
        Assert.Equivalent(
            new[] { Borough.Homes.Id, Borough.Clinic.Id, library.Id }, (await Desk.Returns(cycle)).Select(r => r.AgencyId), strict: true);
    }

    [Fact]
    public async Task Nobody_is_asked_who_has_closed_or_who_joins_after_the_due_hour()
    {
        var closed = await JoinsAsync("Closed at once", Borough.Phase);
        await ChangeAsync(closed, a => a.Close(Today));
        Assert.Null(await RunAsync());
        await JoinsAsync("Too late", Borough.Phase);
        Desk.Now = ReturnDesk.Due;
        Assert.Null(await RunAsync());
        Desk.Now = ReturnDesk.Due.AddSeconds(-1);
        Assert.Equal("Asked 1 agency that has joined a phase", await RunAsync());
    }

    [Fact]
    public async Task Nodes_that_ask_at_the_same_moment_ask_once()
    {
        var library = await JoinsAsync("Libraries", Borough.Phase);
        await Desk.Has(Role.TrainingLead, Borough.Lena, library);
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => RunAsync()));
        Assert.Single(await Desk.Returns(cycle), r => r.AgencyId == library.Id);
        Assert.Single(await Desk.Mail(), m => m.ToAddress == Borough.Lena.Email);
    }

    [Fact]
    public async Task What_an_agency_answered_in_another_phase_is_carried_to_its_new_cycle()
    {
        var homes = Assert.Single(await Desk.Returns(cycle), r => r.AgencyId == Borough.Homes.Id);
        await Desk.Submit(homes.Id);
        var later = await Borough.SaveAsync(
            Database, new Phase { PartnershipId = Borough.Partnership.Id, Number = 2, StartsOn = new(2026, 11, 1) });
        await JoinsAsync("Libraries", later);
        var second = await Desk.In((PlanCycle plan) => plan.RunAsync(
            Borough.Commissioner, later.Id, ReturnDesk.Days(title: "Phase 2", dueAt: ReturnDesk.Due.AddDays(7)), default));
        await RunAsync();
        await ChangeAsync(Borough.Homes, a => a.PhaseId = later.Id);
        await RunAsync();
        var made = Assert.Single(await Desk.Returns(second), r => r.AgencyId == Borough.Homes.Id);
        Assert.Equal(10, (await Desk.Answers(made.Id)).Values.Count(a => a.IsCarriedForward));
    }

    /// <summary>
    /// What a process leaves that ends in the middle is what a transaction leaves that is not committed: tried
    /// at many moments of its work.
    /// </summary>
    [Fact]
    public async Task An_opening_that_is_broken_off_has_asked_all_260_agencies_or_none()
    {
        var phase = await Borough.SaveAsync(
            Database, new Phase { PartnershipId = Borough.Partnership.Id, Number = 2, StartsOn = new(2026, 11, 1) });
        await Borough.SaveAsync(
            Database, Agency("Agency 1", phase), [.. Enumerable.Range(2, 259).Select(i => Agency($"Agency {i}", phase))]);
        var large = await Desk.In((PlanCycle plan) => plan.RunAsync(
            Borough.Commissioner, phase.Id, ReturnDesk.Days(title: "Phase 2"), default));
        var broken = 0;
        for (var patience = 1; (await Desk.Returns(large)).Count == 0; patience *= 2)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(patience));
            try { await Desk.In((OpenCyclesJob job) => job.RunAsync(stop.Token)); }
            catch (OperationCanceledException) { broken++; }
            Assert.Contains((await Desk.Returns(large)).Count, new[] { 0, 260 });
        }
        Assert.NotEqual(0, broken);
        Assert.Null(await RunAsync());
        Assert.Equal(260, (await Desk.Returns(large)).DistinctBy(r => r.AgencyId).Count());
    }

    private Task<string?> RunAsync() => Desk.In((OpenCyclesJob job) => job.RunAsync(default));

    private Agency Agency(string name, Phase phase) =>
        new() { PartnershipId = Borough.Partnership.Id, Name = name, Type = AgencyType.Council, Duty = Duty.Agreed, PhaseId = phase.Id };

    private Task<Agency> JoinsAsync(string name, Phase phase) => Borough.SaveAsync(Database, Agency(name, phase));

    private async Task ChangeAsync(Agency agency, Action<Agency> change)
    {
        await using var db = Database.Open();
        change(await db.Agencies.SingleAsync(a => a.Id == agency.Id));
        await db.SaveAsync(Borough.Commissioner, "Prepared a test", default);
    }
}
