using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>
/// One step of an order: held, so that two at once take no date twice, and within the reach of whoever decides on requests.
/// </summary>
public sealed class ChangeOrder(PortalDb db)
{
    /// <param name="number">Of the order; null for the newest of the request.</param>
    /// <param name="seen">The version that the person saw; null where a date is put under it or taken away.</param>
    /// <param name="change">Takes the step, and says in words what was done: "Recorded the invoice of".</param>
    public Task RunAsync(Viewer viewer, Id<CommissioningRequest> id, int? number, int? seen, Func<TrainingOrder, Task<string>> change,
        CancellationToken cancel) => db.TransactAsync(viewer, async () =>
        {
            viewer.Require(Permission.DecideRequests);
            await db.HoldAsync(id, cancel);
            var order = await db.TrainingOrders.OfPartnership(viewer).Include(o => o.Runs)
                .Where(o => o.RequestId == id && (number == null || o.Number == number)).OrderByDescending(o => o.Number).Take(1)
                .OneOrRefuseAsync("This order is no longer there", null, cancel);
            if (seen is { } version) Refused.IfStale(order, version);
            return $"{await change(order)} {order.Reference}";
        }, cancel);
}
