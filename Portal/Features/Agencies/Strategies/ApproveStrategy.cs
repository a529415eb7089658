using Portal.Data;

namespace Portal.Features.Agencies.Strategies;

/// <summary>The executive lead or the commissioner approves a training strategy that someone else filed.</summary>
public sealed class ApproveStrategy(PortalDb db, UkClock clock)
{
    public async Task RunAsync(Viewer viewer, Id<TrainingStrategy> strategyId, CancellationToken cancel)
    {
        var agencies = db.Agencies.VisibleTo(viewer, Permission.ApproveStrategy);
        var strategy = await db.TrainingStrategies.Where(s => s.Id == strategyId && agencies.Any(a => a.Id == s.AgencyId))
            .OneOrRefuseAsync("This strategy is not within your reach", null, cancel);
        strategy.Approve(viewer.UserId, clock.Today);
        await db.SaveAsync(viewer, $"Approved the training strategy “{strategy.Title}”", cancel);
    }
}
