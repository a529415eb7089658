namespace Portal.Features.Commissioning.Ordering;

/// <summary>Records the number and day of a provider’s invoice; a later one stands in its place.</summary>
public sealed class RecordInvoice(ChangeOrder orders, UkClock clock)
{
    /// <param name="order">Its number, of those of the request.</param>
    public Task RunAsync(
        Viewer viewer, Id<CommissioningRequest> id, int order, string number, DateOnly on, int seen, CancellationToken cancel) =>
        orders.RunAsync(viewer, id, order, seen, placed =>
        {
            placed.Invoiced(number, on, clock.Today);
            return Task.FromResult("Recorded the invoice of");
        }, cancel);
}
