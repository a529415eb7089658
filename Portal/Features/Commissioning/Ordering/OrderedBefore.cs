using Microsoft.EntityFrameworkCore;
using Portal.Data;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>What the orders of a request, standing or ended, have taken of it: what is left can be ordered.</summary>
public sealed class OrderedBefore(PortalDb db, DatesOfOrder dates)
{
    public async Task<CommissioningRequest.Ordered> RunAsync(Viewer viewer, Id<CommissioningRequest> id, CancellationToken cancel)
    {
        var orders = await db.TrainingOrders.AsNoTracking().OfPartnership(viewer).Where(o => o.RequestId == id).Include(o => o.Runs)
            .OrderBy(o => o.Number).ToListAsync(cancel);
        if (orders.Count == 0) return CommissioningRequest.Ordered.Nothing;
        var given = await dates.OfAsync(orders, cancel);
        return new(orders.Select(o => o.Kept ?? Money.Zero).Sum(),
            orders.Where(o => o.EndedOn is not null).Sum(o => given[o.Id].Where(d => d.Standing == OrderedDate.Held).Sum(d => d.Places)),
            orders.Find(o => o.EndedOn is null)?.Reference);
    }
}
