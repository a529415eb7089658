namespace Portal.Features.Commissioning.Writing;

/// <summary>Takes a line away from what a request costs.</summary>
public sealed class RemoveCost(WriteRequest write)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, Id<RequestCost> cost, CancellationToken cancel) =>
        write.RunAsync(viewer, id, RequestPart.Money, null, "the costs", request =>
        {
            request.RemoveCost(cost);
            return Task.CompletedTask;
        }, cancel);
}
