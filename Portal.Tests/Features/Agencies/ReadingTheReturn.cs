using Portal.Features.Returns.AtAgency;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Agencies;

/// <summary>What an agency's own page says of its skill-gap assessment.</summary>
public sealed class ReadingTheReturn : InASmallBorough
{
    private static readonly DateTime Now = new TestClock().Now;

    [Fact]
    public async Task The_newest_signed_one_is_shown_with_its_gap_its_cost_and_what_is_asked()
    {
        var made = await SignedAsync("First", new(2025, 9, 1));
        await Borough.CostsAsync(
            Database, made, (CostFunding.Partnership, Money.OfPounds(1_900), 2026), (CostFunding.OwnBudget, Money.OfPounds(600.50m), 2026));
        await Borough.ReturnAsync(Database, await Borough.CycleAsync(Database, new(2026, 11, 2), new(2026, 11, 30), "Being written"));
        Assert.Equal(
            new LatestReturn.Figures(
                made.Id, "First", ReturnState.Submitted, new(2026, 11, 16), 12, 5, Money.OfPounds(2_500.50m), Money.OfPounds(1_900)),
            await ReturnAsync(Borough.Lead));
        var next = await SignedAsync("Second", new(2026, 9, 1));
        Assert.Equal(
            (next.Id, Money.Zero), ((await ReturnAsync(Borough.Commissioner))!.Id, (await ReturnAsync(Borough.Commissioner))!.Cost));
    }

    [Theory, InlineData(Role.BoardMember), InlineData(Role.BoardChair), InlineData(Role.SubGroupLead)]
    public async Task A_board_reads_the_figures_and_opens_nothing(Role role)
    {
        await SignedAsync("First", new(2026, 9, 1));
        var found = await ReturnAsync(Borough.Commissioner with { Role = role });
        Assert.Equal((null, 5), (found!.Id, found.Gap));
    }

    [Fact]
    public async Task Another_agencys_people_read_nothing_of_it()
    {
        await SignedAsync("First", new(2026, 9, 1));
        Assert.Null(await ReturnAsync(Borough.OtherLead));
        Assert.Null(await ReturnAsync(Borough.Lead with { Role = Role.Learner }));
    }

    [Fact]
    public async Task One_that_is_not_signed_is_not_shown()
    {
        var made = await Borough.ReturnAsync(Database, await Borough.CycleAsync(Database, new(2026, 11, 2), new(2026, 11, 30)));
        await Borough.SentAsync(Database, made, Now, signed: false);
        Assert.Null(await ReturnAsync(Borough.Commissioner));
    }

    private async Task<AgencyReturn> SignedAsync(string title, DateOnly opens)
    {
        var made = await Borough.ReturnAsync(Database, await Borough.CycleAsync(Database, opens, opens.AddDays(42), title));
        await Borough.SentAsync(Database, made, Now);
        return made;
    }

    private async Task<LatestReturn.Figures?> ReturnAsync(Viewer viewer)
    {
        await using var db = Database.Open();
        return await new LatestReturn(db, Database.Clock).RunAsync(viewer, Borough.Homes.Id, default);
    }
}
