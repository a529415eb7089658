using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Checking;

/// <summary>Publishes the draft of a clause from a day on: requests sent before it are held against the version before.</summary>
public sealed class PublishClause(PortalDb db, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<Clause> draft, DateOnly from, int seen, CancellationToken cancel) => db.StepAsync(
        viewer, draft, db.Clauses.OfPartnership(viewer), seen, "clause", async clause =>
        {
            viewer.Require(Permission.DecideRequests);
            var newest = await db.Clauses.OfPartnership(viewer).Where(c => c.Code == clause.Code).MaxAsync(c => c.EffectiveFrom, cancel);
            clause.Publish(from, newest, clock.Today);
            return $"Published the clause “{clause.ShortName}” from {Words.Day(from)}";
        }, cancel);
}
