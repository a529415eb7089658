namespace Portal.Features.Commissioning.Ordering;

/// <summary>Records the number and day of a provider’s invoice; a later one stands in its place.</summary>
public sealed class RecordInvoice(ChangeOrder orders, UkClock clock)
{
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, string number, DateOnly on, int seen, CancellationToken cancel) =>
        orders.RunAsync(viewer, id, seen, order =>
        {
            order.Invoiced(number, on, clock.Today);
            return Task.FromResult("Recorded the invoice of");
        }, cancel);
}
