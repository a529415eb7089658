namespace Portal.Features.Commissioning.Writing;

/// <summary>Adds a line to what a request costs. Colleagues may add lines of their own at once.</summary>
public sealed class CostRequest(WriteRequest write)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, CostLine.Entry entry, CancellationToken cancel) =>
        write.RunAsync(viewer, id, RequestPart.Money, null, "a cost", request =>
        {
            request.AddCost(entry);
            return Task.CompletedTask;
        }, cancel);
}
