using Portal.Features.Hubs;
using Portal.Tests.Support;

namespace Portal.Tests.Features;

/// <summary>What each home page says is to do about returns. Today is 16 November 2026.</summary>
public sealed class ReturnsAtHome : InASmallBorough
{
    [Fact]
    public async Task A_training_lead_makes_it_by_its_due_date_and_sees_how_much_is_done()
    {
        var made = await MadeAsync();
        var task = Assert.Single(await TasksAsync(Borough.Lead));
        Assert.Equal(
            new HomeTask("Make the return for Phase 1, first cycle", $"/Returns/{made.Id}", new(2026, 11, 30), "0% is done"), task);
        Assert.Empty(await TasksAsync(Borough.OtherLead));
        await Borough.SaveAsync(
            Database,
            Given.Membership(
                Borough.Partnership.Id, Borough.Ed, Role.ExecutiveLead, Borough.Homes, from: new(2025, 1, 6), checkedOn: new(2026, 1, 6)));
        await Borough.SentAsync(Database, made, Database.Clock.Now, signed: false);
        Assert.Empty(await TasksAsync(Borough.Lead));
    }

    [Fact]
    public async Task Changes_that_were_asked_for_have_no_date_of_their_own()
    {
        var made = await MadeAsync();
        await Borough.SentAsync(Database, made, Database.Clock.Now);
        await Borough.StepAsync(Database, made, a => a.RequestChanges(Borough.Commissioner, "Name the owners", Database.Clock.Now));
        var task = Assert.Single(await TasksAsync(Borough.Lead));
        Assert.Equal(("0% is done. Changes were asked for", null), (task.Why, task.Due));
    }

    [Fact]
    public async Task Only_the_newest_cycle_is_a_task()
    {
        await Borough.ReturnAsync(Database, await Borough.CycleAsync(Database, new(2025, 9, 1), new(2025, 10, 13), "Long ago"));
        await MadeAsync();
        Assert.Equal(["Make the return for Phase 1, first cycle"], (await TasksAsync(Borough.Lead)).Select(t => t.Title));
    }

    [Theory, InlineData(Role.Learner), InlineData(Role.LineManager)]
    public async Task A_colleague_finds_the_section_that_is_shared_and_no_other(Role role)
    {
        var made = await MadeAsync();
        var colleague = Borough.Lead with { Role = role, UserId = Borough.Lena.Id };
        Assert.Empty(await TasksAsync(colleague));
        await Borough.SaveAsync(
            Database, new ReturnShare { ReturnId = made.Id, Section = ReturnSection.Questions, UserId = Borough.Lena.Id });
        Assert.Equal(
            [new("Fill in “Questions” of the return for Phase 1, first cycle", $"/Returns/{made.Id}/Questions", new(2026, 11, 30),
                "0 of 1 done")], await TasksAsync(colleague));
        Assert.Empty(await TasksAsync(colleague with { AgencyId = Borough.Clinic.Id }));
        await Borough.SentAsync(Database, made, Database.Clock.Now);
        Assert.Empty(await TasksAsync(colleague));
    }

    [Fact]
    public async Task An_executive_lead_signs_what_someone_else_sent()
    {
        var made = await MadeAsync();
        Assert.Empty(await TasksAsync(Borough.Executive));
        await Borough.SentAsync(Database, made, Database.Clock.Now, signed: false);
        var task = Assert.Single(await TasksAsync(Borough.Executive));
        Assert.Equal(
            ("Sign the return for Phase 1, first cycle", $"/Returns/{made.Id}/Sign", new DateOnly(2026, 11, 30)),
            (task.Title, task.Href, task.Due));
        Assert.Empty(await TasksAsync(Borough.Executive with { UserId = Borough.Tess.Id }));
        Assert.Empty(await TasksAsync(Borough.Executive with { AgencyId = Borough.Clinic.Id }));
    }

    [Fact]
    public async Task A_commissioner_reviews_what_was_signed_and_asks_for_what_is_late()
    {
        var cycle = await Borough.CycleAsync(Database, new(2026, 9, 1), new(2026, 10, 30));
        await Borough.SentAsync(Database, await Borough.ReturnAsync(Database, cycle), new(2026, 10, 20, 9, 0, 0, DateTimeKind.Utc));
        await Borough.ReturnAsync(Database, cycle, Borough.Clinic);
        Assert.Equal(
            [
                ("Review 1 return", "The first was signed on 20 October 2026", "When you can"),
                ("Ask for 1 return that is late", "More time can be given, for a reason", "Was due 30 October 2026")
            ],
            (await TasksAsync(Borough.Commissioner)).Select(t => (t.Title, t.Why!, t.When(new(2026, 11, 16)))));
        await CloseAsync(Borough.Clinic);
        Assert.Equal(["Review 1 return"], (await TasksAsync(Borough.Commissioner)).Select(t => t.Title));
    }

    [Fact]
    public async Task Whatever_is_late_says_since_when_to_each_who_answers_for_it()
    {
        var made = await Borough.ReturnAsync(Database, await Borough.CycleAsync(Database, new(2026, 9, 1), new(2026, 11, 3)));
        await Borough.SaveAsync(
            Database, new ReturnShare { ReturnId = made.Id, Section = ReturnSection.Questions, UserId = Borough.Lena.Id });
        Assert.Equal(("Make the return for Phase 1, first cycle", "Was due 3 November 2026"), await LateAsync(Borough.Lead));
        Assert.Equal(
            ("See that the return for Phase 1, first cycle is sent", "Was due 3 November 2026"), await LateAsync(Borough.Executive));
        Assert.Equal(
            ("Fill in “Questions” of the return for Phase 1, first cycle", "Was due 3 November 2026"),
            await LateAsync(Borough.Lead with { Role = Role.Learner, UserId = Borough.Lena.Id }));
        Assert.Equal(("Ask for 1 return that is late", "Was due 3 November 2026"), await LateAsync(Borough.Commissioner));
        await Borough.SentAsync(Database, made, Database.Clock.Now, signed: false);
        Assert.Equal(("Sign the return for Phase 1, first cycle", "Was due 3 November 2026"), await LateAsync(Borough.Executive));
        Assert.Empty(await TasksAsync(Borough.Learner(new() { PartnershipId = Borough.Partnership.Id, Name = "Lena" })));
    }

    [Fact]
    public async Task A_commissioner_plans_a_cycle_where_a_phase_has_begun_and_none_is_open()
    {
        var soon = new Phase { PartnershipId = Borough.Partnership.Id, Number = 2, StartsOn = new(2026, 11, 17) };
        await Borough.SaveAsync(
            Database, soon,
            new Agency
            {
                PartnershipId = Borough.Partnership.Id, Name = "Libraries", Type = AgencyType.Council, Duty = Duty.Agreed,
                PhaseId = soon.Id
            });
        Assert.Equal(["Plan a cycle of returns for phase 1"], (await TasksAsync(Borough.Commissioner)).Select(t => t.Title));
        await Borough.CycleAsync(Database, new(2026, 9, 1), new(2026, 10, 13), ends: new(2026, 11, 16));
        Assert.Empty(await TasksAsync(Borough.Commissioner));
        Database.Time.Now = Database.Time.Now.AddDays(1);
        Assert.Equal(
            ["Plan a cycle of returns for phase 1", "Plan a cycle of returns for phase 2"],
            (await TasksAsync(Borough.Commissioner)).Select(t => t.Title));
    }

    [Fact]
    public async Task A_commissioner_hears_of_money_that_ends_within_90_days_and_is_not_committed()
    {
        await Borough.CycleAsync(Database, new(2026, 11, 1), new(2026, 12, 1));
        var grant = await Borough.SaveAsync(
            Database, Source("Grant", 6_000, new(2027, 2, 14)), Source("Ended", 1_000, new(2026, 11, 15)),
            Source("Later", 1_000, new(2027, 2, 15)), Source("Opening budget", 10_000, null));
        Assert.Equal(
            [new("Decide what £6,000 of “Grant” is spent on", "/Funding", new(2027, 2, 14), "It cannot be spent after that day")],
            await TasksAsync(Borough.Commissioner));
        await Borough.SaveAsync(
            Database,
            new FundingCommitment
            {
                PartnershipId = Borough.Partnership.Id, SourceId = grant.Id, What = "A course", Amount = Money.OfPounds(6_000),
                On = new(2026, 11, 16)
            });
        Assert.Empty(await TasksAsync(Borough.Commissioner));
    }

    private async Task<(string, string)> LateAsync(Viewer viewer)
    {
        var task = Assert.Single(await TasksAsync(viewer));
        return (task.Title, task.When(Database.Clock.Today));
    }

    private async Task CloseAsync(Agency agency)
    {
        await using var db = Database.Open();
        (await db.Agencies.FindAsync(agency.Id))!.Close(Database.Clock.Today);
        await db.SaveAsync(Borough.Commissioner, "Closed", default);
    }

    private FundingSource Source(
        string name, decimal pounds,
        DateOnly? ends) => new()
        {
            PartnershipId = Borough.Partnership.Id, Name = name, Kind = FundingKind.Grant, Amount = Money.OfPounds(pounds),
            From = new(2026, 4, 1), EndsOn = ends
        };

    private async Task<AgencyReturn> MadeAsync() =>
        await Borough.ReturnAsync(Database, await Borough.CycleAsync(Database, new(2026, 11, 2), new(2026, 11, 30)));

    private async Task<IReadOnlyList<HomeTask>> TasksAsync(Viewer viewer)
    {
        await using var desk = new ReturnDesk(Database, Borough);
        return await desk.TasksAsync(viewer);
    }
}
