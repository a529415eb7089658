using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>Takes back a request that waits for a decision, to be changed and sent again.</summary>
public sealed class TakeBackRequest(PortalDb db, StepOfRequest steps)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, db.CommissioningRequests.WrittenBy(viewer), id, seen, step =>
        {
            step.Request.TakeBack(viewer, step.Now);
            return Task.FromResult("Took back");
        }, cancel);
}
