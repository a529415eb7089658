namespace Portal.Features.Commissioning.Writing;

/// <summary>Says by which rule agencies that ask together share what the partnership does not pay.</summary>
public sealed class ShareCost(WriteRequest write)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, SharingRule rule, CancellationToken cancel) =>
        write.RunAsync(viewer, id, RequestPart.Money, null, "how the cost is shared", request =>
        {
            request.ShareCost(rule);
            return Task.CompletedTask;
        }, cancel);
}
