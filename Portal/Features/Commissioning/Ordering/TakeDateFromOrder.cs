namespace Portal.Features.Commissioning.Ordering;

/// <summary>Takes a date from under an order. The date itself stays as it is.</summary>
public sealed class TakeDateFromOrder(ChangeOrder orders)
{
    /// <param name="number">Of the order; null for the newest of the request.</param>
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, int? number, Id<CourseRun> run, CancellationToken cancel) =>
        orders.RunAsync(viewer, id, number, null, order =>
        {
            order.NoLongerGives(run);
            return Task.FromResult("Took a date from");
        }, cancel);
}
