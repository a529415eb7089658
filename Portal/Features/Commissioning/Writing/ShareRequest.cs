using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>Lets every agency find a request that is still being written, so that those who need the same can ask along.</summary>
public sealed class ShareRequest(PortalDb db, StepOfRequest steps)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, db.CommissioningRequests.WrittenBy(viewer), id, seen, step =>
        {
            step.Request.Share(viewer, step.Now);
            return Task.FromResult("Shared with the partnership:");
        }, cancel);
}
