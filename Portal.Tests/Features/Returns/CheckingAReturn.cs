using Microsoft.EntityFrameworkCore;
using Portal.Features.Returns;
using Portal.Features.Returns.Handing;
using Portal.Features.Returns.Sections;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Returns;

/// <summary>What the check finds before a return is sent.</summary>
public sealed class CheckingAReturn : InACycle
{
    private static readonly (string, string, bool) Claim =
        ("More people are stated at level 3 or 4 than verified records show. Add the training with its certificates", "People", false);
    private Id<AgencyReturn> id;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await HasSixPeopleAsync();
        id = await Desk.Opened();
    }

    [Fact]
    public async Task An_action_whose_gap_is_gone_is_pointed_out()
    {
        var lines = await Desk.Lines(id);
        var action = await Desk.Plan(id, lines["OFFICER"]);
        await Desk.Cost(id, action, 2, 70);
        await using (var db = Database.Open())
        {
            foreach (var title in await db.JobTitles.Where(t => t.JobRoleId == Borough.Officer.Id).ToListAsync())
                title.JobRoleId = Borough.Marac.Id;
            await db.SaveAsync(Borough.Lead, "Mapped", default);
        }
        await Recount();
        Assert.Contains(("1 action closes no gap any more", "Actions", false), await FindAsync());
    }

    [Fact]
    public async Task Lists_what_is_still_open_each_with_the_place_where_it_is_put_right()
    {
        await Borough.HasAsync(Database, "Odd one", null, started: new(2024, 1, 8));
        await Borough.HasAsync(Database, "Odd two", null, started: new(2024, 1, 8));
        await Recount();
        var lines = await Desk.Lines(id);
        var action = await Desk.Plan(id, owner: null, lines["OFFICER"]);
        await Desk.Cost(id, action, null, 70);
        Assert.Equal(
            [("3 lines of figures are not confirmed", "People", true), ("10 questions are not answered", "Questions", true),
                ("1 gap has no action", "Actions", false), ("1 gap has an action without an owner or a date", "Actions", false),
                ("2 gaps have no costing", "Costing", false), ("1 cost has no quantity or no price, and counts nothing", "Costing", false),
                ("2 people have job titles that are not mapped to a job role", "~/Staff/Titles", false),
                ("The staff list has never been confirmed", $"~/Agencies/{Borough.Homes.Id}/ConfirmStaffList", false)],
            await FindAsync());
    }

    [Fact]
    public async Task Says_when_actions_are_for_more_people_than_are_missing_or_for_fewer()
    {
        var lines = await Desk.Lines(id);
        var action = await Desk.Plan(id, lines["OFFICER"]);
        Task PlanAsync(int people) => Desk.In((SaveAction save) => save.RunAsync(
            Borough.Lead, id, action, new(ActionRoute.InHouse, null, "Head of housing", Today.AddMonths(2), people, [lines["OFFICER"].Id]),
            0, default));
        await PlanAsync(99);
        Assert.Contains(("1 action is for more people than are missing or lapse in its gaps", "Actions", false), await FindAsync());
    }

    [Fact]
    public async Task What_the_agency_says_is_missing_is_a_gap_to_plan_for_and_no_figure_of_the_portal()
    {
        var line = (await Desk.Lines(id))["RECEPTION"];
        await Desk.In((StateLine state) => state.RunAsync(
            Borough.Lead, id, line.Id, new(9, 4, "Six started last week"), line.Version, default));
        var plans = await Desk.In((ActionsSection actions) => actions.RunAsync(id, default));
        var stated = plans.Gaps.Single(g => g.Line.Id == line.Id).Line;
        Assert.Equal((2, 5), (stated.Gap, stated.ToClose));
        await Desk.Plan(id, stated);
        Assert.Contains(await FindAsync(), f => f.Item1.EndsWith("and 5 are missing in their gaps", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Lists_what_is_out_of_date_and_what_nothing_shows()
    {
        await Borough.HasAsync(Database, "MARAC", Borough.Marac, started: new(2024, 1, 8));
        await Recount();
        var lines = await Desk.Lines(id);
        var action = await Desk.Plan(id, lines["RECEPTION"], lines["OFFICER"], lines["MARAC"]);
        await Desk.Cost(id, action, 1, 70);
        await Desk.In((StateLine state) => state.RunAsync(
            Borough.Lead, id, lines["MARAC"].Id, new(1, 1, "A certificate is in a drawer"), lines["MARAC"].Version, default));
        await Desk.Fill(id);
        await using (var db = Database.Open())
        {
            (await db.Agencies.SingleAsync(a => a.Id == Borough.Homes.Id)).ConfirmStaffList(Today);
            await db.SaveAsync(Borough.Lead, "Confirmed", default);
        }
        Assert.Equal([Claim], await FindAsync());
        Desk.Now = Desk.Now.AddDays(90);
        Assert.Single(await FindAsync());
        Desk.Now = Desk.Now.AddDays(3);
        Assert.Equal(
            [
                Claim, ("1 action has a date in the past", "Actions", false),
                ("The staff list was last confirmed on 16 November 2026", $"~/Agencies/{Borough.Homes.Id}/ConfirmStaffList", false)
            ], await FindAsync());
    }

    private Task<int> Recount() => Desk.In((RecountReturn recount) => recount.RunAsync(Borough.Lead, id, default));

    private async Task<IEnumerable<(string, string, bool)>> FindAsync() =>
        (await Desk.In((ReturnCheck check) => check.RunAsync(id, default))).Select(f => (f.Sentence, f.Page, f.Stops));
}
