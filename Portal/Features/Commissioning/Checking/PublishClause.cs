using Portal.Data;

namespace Portal.Features.Commissioning.Checking;

/// <summary>Publishes the draft of a clause from a day on: requests sent before it are held against the version before.</summary>
public sealed class PublishClause(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<Clause> draft, DateOnly from, int seen, CancellationToken cancel) => db.StepAsync(
        viewer, draft, db.Clauses.OfPartnership(viewer), seen, "clause", clause =>
        {
            viewer.Require(Permission.DecideRequests);
            clause.Publish(from, clock.Today);
            return Task.FromResult($"Published the clause “{clause.ShortName}” from {Words.Day(from)}");
        }, cancel);
}
