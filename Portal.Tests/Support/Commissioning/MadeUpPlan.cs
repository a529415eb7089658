using Portal.Data;
using Portal.Features.Commissioning.Planning.Solving;

namespace Portal.Tests.Support.Commissioning;

/// <summary>A plan that has been worked out, for pages that have one in their address.</summary>
internal static class MadeUpPlan
{
    public static readonly PlanQuestion Question = new(12, [new("Budget", Money.OfPounds(2_500), 1, 12)],
        [new("A", "Recognise", 1, Money.Zero, Money.OfPounds(1_000), 10)],
        [new(Id<Agency>.New(), "Brambleford Homes", AgencyType.Housing)], [new(0, 1, 30, 23, false)], new())
    {
        From = new(2026, 12, 1), Levels = [new(1, "1")],
    };

    public static async Task<Guid> WriteAsync(PortalDb db, Id<Partnership> partnership, int number = 1)
    {
        var plan = TrainingPlan.Ask(Viewer.System(partnership), number, "A plan", Question, new TestClock().Now);
        plan.Found(Question, await PlanSolver.AnswerAsync(Question, TimeSpan.FromMinutes(1), _ => Task.CompletedTask, default));
        db.Add(plan);
        await db.SaveAsync(Viewer.System(partnership), "Prepared a test", CancellationToken.None);
        return plan.Id.Value;
    }
}
