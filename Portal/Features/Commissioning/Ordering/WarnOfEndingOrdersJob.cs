using Microsoft.EntityFrameworkCore;
using Portal.Data;
using Portal.Data.Outbox;

namespace Portal.Features.Commissioning.Ordering;

/// <summary>Tells commissioners, once for each of 90, 60 and 30 days before, of orders that end while money of them is not spent.</summary>
public sealed class WarnOfEndingOrdersJob(PortalDb db, OrdersEnding orders, UkClock clock)
{
    public Task<string?> RunAsync(CancellationToken cancel) => db.WarnEachPartnershipAsync(viewer => TellAsync(viewer, cancel), cancel);

    private async Task<int> TellAsync(Viewer viewer, CancellationToken cancel)
    {
        var ending = (await orders.RunAsync(viewer, cancel)).Select(o => (Order: o, Days: EndingSoon.Of(o.Until, clock.Today)))
            .Where(o => o.Days is not null).ToList();
        if (ending.Count == 0) return 0;
        var commissioners = await db.CommissionersAsync(viewer, clock.Today, cancel);
        return await db.TellOnceAsync(viewer, ending.SelectMany(e => commissioners.Select(to => new OrderEndingMail(
            to, e.Order, e.Days!.Value))), "Warned of orders that end", cancel);
    }
}
