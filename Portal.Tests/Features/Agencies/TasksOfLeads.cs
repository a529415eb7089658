using Portal.Data;
using Portal.Features.Agencies.AtHome;
using Portal.Features.Agencies.Strategies;
using Portal.Features.Hubs;
using Portal.Tests.Support;

namespace Portal.Tests.Features.Agencies;

/// <summary>What the leads of an agency are asked to do about its strategy and about themselves.</summary>
public sealed class TasksOfLeads : InASmallBorough
{
    private DateOnly Today => Database.Clock.Today;

    [Fact]
    public async Task A_strategy_that_waits_is_for_the_executive_lead_to_approve()
    {
        Assert.Empty(await StrategiesAsync(Borough.Executive));
        var strategy = await FiledAsync(Today.AddYears(1), approved: false);
        Assert.Equal(
            ("Approve the training strategy", $"/Agencies/{Borough.Homes.Id}/Strategy/{strategy.Id}/Approve"),
            (await StrategiesAsync(Borough.Executive)).Select(t => (t.Title, t.Href)).Single());
        Assert.Empty(await StrategiesAsync(Borough.Lead));
        Assert.Empty(await StrategiesAsync(Borough.Executive with { UserId = Borough.Tess.Id }));
        Assert.Empty(await StrategiesAsync(Borough.Executive with { AgencyId = Borough.Clinic.Id }));
    }

    [Theory, InlineData(90, true), InlineData(91, false), InlineData(-1, true)]
    public async Task A_review_that_comes_up_is_for_both(int days, bool asked)
    {
        await FiledAsync(Today.AddDays(days), approved: true);
        Assert.Equal(asked ? ["File the next training strategy"] : [], (await StrategiesAsync(Borough.Lead)).Select(t => t.Title));
        Assert.Equal(asked ? ["Have the training strategy reviewed"] : [], (await StrategiesAsync(Borough.Executive)).Select(t => t.Title));
    }

    [Theory, InlineData(334, false), InlineData(335, true), InlineData(400, true)]
    public async Task Who_leads_is_to_be_confirmed_within_12_months(int daysAgo, bool asked)
    {
        await using (var db = Database.Open())
        {
            db.Add(Given.Membership(
                Borough.Partnership.Id, Borough.Tess, Role.TrainingLead, Borough.Homes, checkedOn: Today.AddDays(-daysAgo)));
            await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Gave a role", default);
        }
        await using var read = Database.Open();
        var tasks = await new ConfirmLeadsTasks(read, Database.Clock).RunAsync(Borough.Executive, default);
        Assert.Equal(asked ? [Today.AddDays(-daysAgo).AddMonths(12)] : [], tasks.Select(t => t.Due!.Value));
    }

    private async Task<IReadOnlyList<HomeTask>> StrategiesAsync(Viewer viewer)
    {
        await using var db = Database.Open();
        return await new StrategyTasks(db, Database.Clock).RunAsync(viewer, default);
    }

    private async Task<TrainingStrategy> FiledAsync(DateOnly review, bool approved)
    {
        var strategy = new TrainingStrategy
        {
            PartnershipId = Borough.Partnership.Id, AgencyId = Borough.Homes.Id, Title = "Plan", FiledOn = Today.AddYears(-1),
            FiledBy = Borough.Tess.Id, ReviewOn = review,
        };
        if (approved) strategy.Approve(Borough.Ed.Id, Today.AddYears(-1));
        await using var db = Database.Open();
        db.Add(strategy);
        await db.SaveAsync(Viewer.System(Borough.Partnership.Id), "Filed a plan", default);
        return strategy;
    }
}
