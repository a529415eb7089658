using Portal.Data;

namespace Portal.Features.Commissioning.Writing;

/// <summary>Withdraws a request that is not decided yet. It stays to be read by its own agency.</summary>
public sealed class WithdrawRequest(PortalDb db, StepOfRequest steps)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, string? because, int seen, CancellationToken cancel) =>
        steps.RunAsync(viewer, db.CommissioningRequests.WrittenBy(viewer), id, seen, step =>
        {
            step.Request.Withdraw(viewer, because, step.Now);
            return Task.FromResult("Withdrew");
        }, cancel);
}
