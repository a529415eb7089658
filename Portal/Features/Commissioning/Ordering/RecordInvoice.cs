namespace Portal.Features.Commissioning.Ordering;

/// <summary>Records the number and day of a provider’s invoice; a later one stands in its place.</summary>
public sealed class RecordInvoice(ChangeOrder orders, UkClock clock)
{
    /// <param name="order">Its number, of those of the request.</param>
    public Task RunAsync(
        Viewer viewer, Id<CommissioningRequest> id, int number, string invoice, DateOnly on, int seen, CancellationToken cancel) =>
        orders.RunAsync(viewer, id, number, seen, placed =>
        {
            placed.Invoiced(invoice, on, clock.Today);
            return Task.FromResult("Recorded the invoice of");
        }, cancel);
}
