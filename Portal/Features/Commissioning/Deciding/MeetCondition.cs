using Portal.Data;

namespace Portal.Features.Commissioning.Deciding;

/// <summary>Records that a condition of an approval is met, and what shows it.</summary>
public sealed class MeetCondition(PortalDb db, StepOfRequest steps)
{
    public Task RunAsync(
        Viewer viewer, Id<CommissioningRequest> id, Id<RequestCondition> condition, string? evidence, CancellationToken cancel) =>
        steps.RunAsync(viewer, db.CommissioningRequests.VisibleTo(viewer), id, null, step =>
        {
            viewer.Require(Permission.DecideRequests);
            step.Request.Meet(viewer, condition, evidence, step.Now);
            return Task.FromResult("Recorded that a condition is met:");
        }, cancel);
}
