using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Features.Commissioning.Planning;
using Portal.Tests.Support;
using Portal.Tests.Support.Commissioning;

namespace Portal.Tests.Features.Commissioning.Planning;

/// <summary>
/// A plan so large that working it out ends the process: what a killed process leaves behind is a plan whose try has begun.
/// </summary>
public sealed class GivingAPlanUp : InASmallBorough
{
    [Fact]
    public async Task Broken_off_once_it_is_begun_again_and_worked_out()
    {
        var plan = await BrokenOffAsync(times: 1);
        Assert.Equal("Worked out 1 plan", await RunAsync());
        Assert.Equal((PlanState.Ready, 2), await StandingAsync(plan));
    }

    [Fact]
    public async Task Broken_off_twice_it_is_given_up_and_the_next_one_is_worked_out()
    {
        var (large, next) = (await BrokenOffAsync(times: 2), await BrokenOffAsync(times: 0, number: 2));
        Assert.Equal("Worked out 1 plan. Gave up 1 plan, at which the process ended each time", await RunAsync());
        Assert.Equal(((PlanState.TooLarge, 2), (PlanState.Ready, 1)), (await StandingAsync(large), await StandingAsync(next)));
        Assert.Null(await RunAsync());
    }

    [Fact]
    public async Task A_server_that_is_stopped_in_good_order_has_tried_nothing()
    {
        var plan = await BrokenOffAsync(times: 1);
        for (var stop = 0; stop < 3; stop++)
        {
            using var stopping = new CancellationTokenSource();
            await using var db = Database.Open();
            db.SavedChanges += (_, _) => stopping.Cancel();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => new SolvePlansJob(db).RunAsync(stopping.Token));
            Assert.Equal((PlanState.Waiting, 1), await StandingAsync(plan));
        }
        Assert.Equal("Worked out 1 plan", await RunAsync());
    }

    private async Task<Id<TrainingPlan>> BrokenOffAsync(int times, int number = 1)
    {
        await using var db = Database.Open();
        var plan = TrainingPlan.Ask(Borough.Commissioner, number, "A plan", MadeUpPlan.Question, Database.Clock.Now);
        for (var time = 0; time < times; time++) Assert.True(plan.Begin());
        db.Add(plan);
        await db.SaveOwnHistoryAsync(default);
        return plan.Id;
    }

    private async Task<string?> RunAsync()
    {
        await using var db = Database.Open();
        return await new SolvePlansJob(db).RunAsync(default);
    }

    private async Task<(PlanState, int)> StandingAsync(Id<TrainingPlan> id)
    {
        await using var db = Database.Open();
        var plan = await db.TrainingPlans.SingleAsync(p => p.Id == id);
        return (plan.State, plan.Tries);
    }
}
