using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>
/// Orders of which money is not spent, and whose request wanted it by a day that comes within 90 days or is over, the first before the
/// others.
/// </summary>
public sealed class OrdersEnding(PortalDb db, DatesOfOrder dates, UkClock clock)
{
    /// <param name="Until">The last day on which it was to be given.</param>
    /// <param name="Unspent">For dates to come, and for what no date gives yet.</param>
    public sealed record Row(Id<CommissioningRequest> RequestId, string Reference, string Title, DateOnly Until, Money Unspent);

    public async Task<IReadOnlyList<Row>> RunAsync(Viewer viewer, CancellationToken cancel)
    {
        var last = clock.Today.AddDays(EndingSoon.Days);
        var orders = db.TrainingOrders.AsNoTracking().OfPartnership(viewer).Include(o => o.Runs).Where(o => o.EndedOn == null);
        var open = await (from order in orders
                          join request in db.CommissioningRequests on order.RequestId equals request.Id
                          where request.Until <= last
                          orderby request.Until, order.Number
                          select new
                          {
                              order, request.Id, request.Title, Until = request.Until!.Value,
                              AllPlaces = (request.Places ?? 0) + request.Parties.Sum(p => p.Places),
                          }).ToListAsync(cancel);
        var given = await dates.OfAsync([.. open.Select(o => o.order)], cancel);
        List<Row> rows = [];
        foreach (var each in open)
        {
            var spending = OrderSpending.Of(each.order, each.AllPlaces,
                [.. given[each.order.Id].Select(d => (d.Places, d.Standing))]);
            if (spending.Unspent > Money.Zero)
                rows.Add(new(each.Id, each.order.Reference, each.Title, each.Until, spending.Unspent));
        }
        return rows;
    }
}
