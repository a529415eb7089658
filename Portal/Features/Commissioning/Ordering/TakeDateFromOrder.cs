namespace Portal.Features.Commissioning.Ordering;

/// <summary>Takes a date from under an order. The date itself stays as it is.</summary>
public sealed class TakeDateFromOrder(ChangeOrder orders)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, Id<CourseRun> run, CancellationToken cancel) =>
        orders.RunAsync(viewer, id, null, null, order =>
        {
            order.NoLongerGives(run);
            return Task.FromResult("Took a date from");
        }, cancel);
}
